"""Networks that are too large to ship teach the one that ships: it learns what they think of every sentence beside what
the corpora tell, so that sentences without trees teach trees too."""
import numpy as np
import torch
import torch.nn.functional as F
from data import batches, tensors

# Each learns the corpora alone, and differs in this from the network that ships. They err in different places.
TEACHERS = [
    {"width": 256, "near": 1.0, "arc": 192, "relation": 192, "epochs": [12, 4], "drop": 0.25, "seed": 3},
    {"width": 288, "near": 1.0, "arc": 192, "relation": 192, "epochs": [12, 4], "drop": 0.25, "seed": 4},
]

# How much of a lesson is the corpus's own word, where it has one; the rest is the teachers'.
TOLD = 0.5


@torch.no_grad()
def think(teachers, sentences):
    """Writes `soft` into each sentence: probabilities of tags, names, heads (column 0 is the root) and of the relations
    to `heads`, which are the corpus's or else the teachers' best; 16-bit floats."""
    for batch in batches(sentences, 6000):
        b = tensors(batch)
        read = [teacher(b) for teacher in teachers]
        average = lambda scores: torch.stack([one.softmax(-1) for one in scores]).mean(0)
        tags, names, arcs = (average([one[at] for one in read]) for at in range(3))
        heads = torch.where(b["heads"] >= 0, b["heads"], arcs.argmax(-1))
        relations = average([teacher.relations_of(one[3], heads) for teacher, one in zip(teachers, read)])
        mixed = {name: mix(thought, b[name], b["worth"] if name == "names" else torch.ones(1)).numpy().astype(np.float16)
                 for name, thought in (("tags", tags), ("names", names), ("heads", arcs), ("relations", relations))}
        for at, s in enumerate(batch):
            n = len(s["forms"])
            s["soft"] = {name: rows[at, :n, : n + 1] if name == "heads" else rows[at, :n] for name, rows in mixed.items()}
            s["soft"]["at"] = heads[at, :n].numpy()


def mix(thought, gold, worth):
    """The corpus's word and the teachers' thoughts as one distribution."""
    told = (gold >= 0) * TOLD * worth.clamp(max=1)
    return thought * (1 - told).unsqueeze(-1) + F.one_hot(gold.clamp(min=0), thought.shape[-1]) * told.unsqueeze(-1)
