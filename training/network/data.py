"""The folder that data.ts writes -> batches of tensors."""
import json, os
import numpy as np
import torch

TREEBANKS = ("ewt", "gum")
# What a corpus's names count beside others: some were marked by machine, or by rules unlike ours.
WORTH = {"ewt": 1.3, "wikigold": 0.7, "crossner": 0.5, "re3d": 0.5, "meantime": 0.5, "gmb": 0.3, "frames": 0.3}


class Data:
    """Sentences and forms. `tags` and `relations` are the names by number, the commonest first."""

    def __init__(self, folder):
        with open(os.path.join(folder, "sentences.jsonl"), encoding="utf8") as lines:
            self.sentences = [json.loads(line) for line in lines]
        with open(os.path.join(folder, "forms.jsonl"), encoding="utf8") as lines:
            rows = [json.loads(line) for line in lines]
        self.texts = [row[0] for row in rows]
        self.words = np.array([row[1] for row in rows], dtype=np.int64)
        # form, ending2, ending3, opening3, shape
        self.columns = np.array([row[2:] for row in rows], dtype=np.int64)
        count = os.path.getsize(os.path.join(folder, "vectors.f32")) // 400
        self.vectors = np.fromfile(os.path.join(folder, "vectors.f32"), dtype=np.float32).reshape(count, 100)
        self.tags = self.common("tags", 3)
        self.relations = self.common("relations", 1)
        tag_number = {name: at for at, name in enumerate(self.tags)}
        by_upos = {}
        for at, name in enumerate(self.tags):
            by_upos.setdefault(name.split(" ")[0], at)
        relation_number = {name: at for at, name in enumerate(self.relations)}
        for sentence in self.sentences:
            if "tags" in sentence:
                sentence["tags"] = [tag_number.get(t, by_upos.get(t.split(" ")[0], 0)) for t in sentence["tags"]]
                sentence["relations"] = [relation_number.get(r, 0) for r in sentence["relations"]]

    def common(self, field, least):
        counts = {}
        for sentence in self.sentences:
            if sentence["source"] in TREEBANKS:
                for name in sentence[field]:
                    counts[name] = counts.get(name, 0) + 1
        return sorted((n for n in counts if counts[n] >= least), key=lambda n: (-counts[n], n))

    def of(self, *sources):
        return [s for s in self.sentences if s["source"] in sources]



def batches(sentences, tokens, random=None):
    """Sentences of like length together, about `tokens` tokens a batch; shuffled where `random` is given."""
    jitter = random.random(len(sentences)) * 3 if random is not None else np.zeros(len(sentences))
    order = np.argsort([len(s["forms"]) + jitter[at] for at, s in enumerate(sentences)], kind="stable")
    found, current, longest = [], [], 0
    for at in order:
        longest = max(longest, len(sentences[at]["forms"]))
        if current and longest * (len(current) + 1) > tokens:
            found.append(current)
            current, longest = [], len(sentences[at]["forms"])
        current.append(int(at))
    if current:
        found.append(current)
    if random is not None:
        random.shuffle(found)
    return [[sentences[at] for at in batch] for batch in found]


def tensors(batch):
    """Padded columns: forms, known, mask, tags, heads (index + 1; 0 is the root), relations, names; -1 is untold;
    and what each sentence's names are worth."""
    count, width = len(batch), max(len(s["forms"]) for s in batch)
    told = {name: np.full((count, width), -1, dtype=np.int64) for name in ("tags", "heads", "relations", "names")}
    given = {name: np.zeros((count, width), dtype=np.int64) for name in ("forms", "known")}
    mask = np.zeros((count, width), dtype=bool)
    for at, s in enumerate(batch):
        n = len(s["forms"])
        mask[at, :n] = True
        for name, array in (told | given).items():
            if name in s:
                array[at, :n] = s[name]
    told["heads"][told["relations"] >= 0] += 1
    worth = np.array([[WORTH.get(s["source"], 1.0)] for s in batch], dtype=np.float32)
    b = {name: torch.from_numpy(array) for name, array in (told | given | {"mask": mask, "worth": worth}).items()}
    return b | {"soft": soft(batch, width)} if all("soft" in s for s in batch) else b


def soft(batch, width):
    """The teachers' thoughts of a batch, padded: probabilities, and the heads that relations are thought for."""
    sizes = {name: width + 1 if name == "heads" else batch[0]["soft"][name].shape[1]
             for name in ("tags", "names", "heads", "relations")}
    arrays = {name: np.zeros((len(batch), width, size), dtype=np.float32) for name, size in sizes.items()}
    at_heads = np.zeros((len(batch), width), dtype=np.int64)
    for at, s in enumerate(batch):
        n = len(s["forms"])
        for name, array in arrays.items():
            array[at, :n, : s["soft"][name].shape[1]] = s["soft"][name]
        at_heads[at, :n] = s["soft"]["at"]
    return {name: torch.from_numpy(array) for name, array in arrays.items()} | {"at": torch.from_numpy(at_heads)}


def bits(known, count=26):
    """Bit sets -> 0/1 columns."""
    shifts = torch.arange(count)
    return ((known.unsqueeze(-1) >> shifts) & 1).float()
