"""`python3 train.py FOLDER`: what data.ts wrote there -> student.f32 and student.json beside it. Teachers learn from the
gold; then the student learns from the gold and from what the teachers say where there is none."""
import sys
import torch
from data import Data
from silver import fill
from student import SETTINGS, train, write

TEACHERS = 2


if __name__ == "__main__":
    folder = sys.argv[1]
    torch.set_num_threads(1)
    torch.use_deterministic_algorithms(True)
    data = Data(folder)
    sentences = [s for s in data.sentences if not s["source"].endswith("-dev")]
    told = [s for s in sentences if "heads" in s or "names" in s]
    teachers = [train(data, told, dict(SETTINGS, seed=at + 1), f"teacher {at + 1}") for at in range(TEACHERS)]
    settings = dict(SETTINGS, seed=TEACHERS + 1)
    student = train(data, fill(data, teachers, sentences), settings, "student")
    write(student, data, settings, folder)
