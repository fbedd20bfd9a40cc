"""`python3 train.py FOLDER`: what data.ts wrote there -> network.f32 and network.json beside it. Teachers learn first, each
in a process of its own (`python3 train.py FOLDER N`), then the network that ships learns from them and the corpora."""
import subprocess, sys
import torch
from data import Data
from network import SETTINGS, Network, train, write
from teachers import TEACHERS, think


def lessons_of(data):
    lessons = [s for s in data.sentences if not s["source"].endswith("-dev") and ("heads" in s or "names" in s)]
    # What the network is for counts twice.
    return lessons + data.of("news")


def teach(folder, number):
    """One teacher's weights, in FOLDER/teacher-N.pt."""
    data = Data(folder)
    model = train(data, lessons_of(data), SETTINGS | TEACHERS[number])
    torch.save(model.state_dict(), f"{folder}/teacher-{number}.pt")


def learn(folder):
    """The network that ships."""
    running = [subprocess.Popen([sys.executable, __file__, folder, str(at)]) for at in range(len(TEACHERS))]
    if any([process.wait() for process in running]):
        sys.exit("train: a teacher did not finish; what it said stands above")
    data = Data(folder)
    lessons = lessons_of(data)
    teachers = []
    for at, settings in enumerate(TEACHERS):
        teacher = Network(data, SETTINGS | settings)
        teacher.load_state_dict(torch.load(f"{folder}/teacher-{at}.pt"))
        teachers.append(teacher.eval())
    think(teachers, lessons[: -len(data.of("news"))])
    write(train(data, lessons, SETTINGS), data, folder)


if __name__ == "__main__":
    torch.set_num_threads(1)
    if len(sys.argv) > 2:
        teach(sys.argv[1], int(sys.argv[2]))
    else:
        learn(sys.argv[1])
