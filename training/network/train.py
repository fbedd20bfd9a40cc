"""`python3 train.py FOLDER`: what data.ts wrote there -> network.f32 and network.json beside it."""
import sys
import torch
from data import Data
from network import train, write

if __name__ == "__main__":
    folder = sys.argv[1]
    torch.set_num_threads(1)
    data = Data(folder)
    lessons = [s for s in data.sentences if not s["source"].endswith("-dev") and ("heads" in s or "names" in s)]
    # What the network is for counts twice.
    lessons += data.of("news")
    write(train(data, lessons), data, folder)
