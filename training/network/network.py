"""The network that ships: words, their spelling and known names -> convolutions over neighbours and gated memories from
both sides -> tags, labels of names, arcs and relations."""
import json, time
import numpy as np
import torch
from torch import nn
import torch.nn.functional as F
from data import batches, bits, tensors
from names import follow, spans_of

SETTINGS = {
    "width": 192, "blocks": "c,r,c,r,c", "near": 0.5, "words": 100, "arc": 64, "relation": 64,
    "epochs": [14, 9, 9], "tokens": 1500, "rate": 2e-3, "seed": 5, "drop": 0.15,
}
# Hashed columns: place among a form's columns, buckets, width.
HASHED = {"form": (0, 8192, 16), "ending2": (1, 1024, 12), "ending3": (2, 4096, 24), "opening3": (3, 4096, 12), "shape": (4, 512, 16)}
KNOWN = 16
DISTANCES = 24


def distance(n):
    """Bucket of head - child for each child (row) and head (column); column 0 is the root."""
    gap = torch.arange(n).unsqueeze(0) - torch.arange(n).unsqueeze(1)
    size = gap.abs()
    bucket = torch.where(size <= 6, size, torch.where(size <= 8, torch.full_like(size, 7), torch.where(size <= 12, torch.full_like(size, 8),
             torch.where(size <= 18, torch.full_like(size, 9), torch.where(size <= 30, torch.full_like(size, 10), torch.full_like(size, 11))))))
    bucket = bucket + 12 * (gap > 0)
    root = torch.zeros((n, 1), dtype=bucket.dtype)
    return torch.cat([root, bucket], 1)


class Convolution(nn.Module):
    """A word with its neighbours, or with the units of theirs that stand next to its own in memory."""

    def __init__(self, width, near):
        super().__init__()
        self.near = round(near * width)
        self.line, self.norm = nn.Linear(2 * self.near + width, width), nn.LayerNorm(width)

    def forward(self, h, mask):
        padded = F.pad(h, (0, 0, 1, 1))
        near = torch.cat([padded[:, :-2, h.shape[-1] - self.near :], h, padded[:, 2:, : self.near]], -1)
        return self.norm(h + torch.relu(self.line(near))) * mask


class Recurrence(nn.Module):
    """Half of the units remember from the left, half from the right: c = z x + (1 - z) c before."""

    def __init__(self, width):
        super().__init__()
        self.line, self.norm = nn.Linear(width, 2 * width), nn.LayerNorm(width)

    def forward(self, h, mask):
        value, gate = self.line(h).chunk(2, -1)
        gate = torch.sigmoid(gate) * mask
        half = value.shape[-1] // 2
        left = scan(1 - gate[..., :half], (gate * value)[..., :half])
        right = scan((1 - gate[..., half:]).flip(1), (gate * value)[..., half:].flip(1)).flip(1)
        return self.norm(h + torch.cat([left, right], -1)) * mask


def scan(keep, add):
    """c[t] = keep[t] c[t - 1] + add[t], by doubling."""
    step = 1
    while step < keep.shape[1]:
        add = torch.cat([add[:, :step], add[:, step:] + keep[:, step:] * add[:, :-step]], 1)
        keep = torch.cat([keep[:, :step], keep[:, step:] * keep[:, :-step]], 1)
        step *= 2
    return add


def block(name, s):
    return Convolution(s["width"], s["near"]) if name == "c" else Recurrence(s["width"])


class Network(nn.Module):
    def __init__(self, data, s):
        super().__init__()
        self.drop = s["drop"]
        vectors = data.vectors / np.linalg.norm(data.vectors, axis=1, keepdims=True).clip(1e-6)
        _, _, directions = np.linalg.svd(vectors[:20000] - vectors[:20000].mean(0), full_matrices=False)
        reduced = (vectors - vectors[:20000].mean(0)) @ directions[: s["words"]].T
        self.word = nn.Embedding(len(vectors) + 1, s["words"])
        with torch.no_grad():
            self.word.weight.copy_(torch.from_numpy(np.vstack([np.zeros((1, s["words"])), reduced / reduced.std() * 0.3]).astype(np.float32)))
        self.register_buffer("word_of", torch.from_numpy(data.words + 1))
        self.hashed = nn.ModuleDict({name: nn.Embedding(size, width) for name, (_, size, width) in HASHED.items()})
        for table in self.hashed.values():
            nn.init.normal_(table.weight, std=0.1)
        for name, (place, size, _) in HASHED.items():
            self.register_buffer(f"{name}_of", torch.from_numpy(data.columns[:, place] % size))
        self.known = nn.Linear(26, KNOWN)
        total = s["words"] + sum(width for _, _, width in HASHED.values()) + KNOWN
        self.enter, self.norm = nn.Linear(total, s["width"]), nn.LayerNorm(s["width"])
        self.blocks = nn.ModuleList([block(name, s) for name in s["blocks"].split(",")])
        self.tag, self.name = nn.Linear(s["width"], len(data.tags)), nn.Linear(s["width"], 9)
        self.child, self.head = nn.Linear(s["width"], s["arc"]), nn.Linear(s["width"], s["arc"])
        self.gap = nn.Embedding(DISTANCES, s["arc"])
        nn.init.normal_(self.gap.weight, std=0.05)
        self.root = nn.Parameter(torch.randn(s["width"]) * 0.1)
        self.rel_child, self.rel_head = nn.Linear(s["width"], s["relation"]), nn.Linear(s["width"], s["relation"])
        self.relation = nn.Linear(s["relation"], len(data.relations))

    def forward(self, b):
        forms, mask = b["forms"], b["mask"].unsqueeze(-1).float()
        word = self.word(self.word_of[forms])
        parts = [self.hashed[name](getattr(self, f"{name}_of")[forms]) for name in HASHED]
        if self.training:
            keep = lambda rate: (torch.rand(forms.shape) > rate).float().unsqueeze(-1)
            word = word * keep(0.1)
            parts[0] = parts[0] * keep(0.3)
        x = torch.cat([word, *parts, self.known(bits(b["known"]))], -1)
        h = self.norm(torch.relu(self.enter(F.dropout(x, self.drop, self.training)))) * mask
        for one in self.blocks:
            h = one(h, mask)
            h = F.dropout(h, self.drop, self.training)
        child = self.child(h)
        heads = torch.cat([self.head(self.root).expand(h.shape[0], 1, -1), self.head(h)], 1)
        n = h.shape[1]
        by_gap = child @ self.gap.weight.T
        arcs = (child @ heads.transpose(1, 2) + torch.gather(by_gap, 2, distance(n).expand(h.shape[0], -1, -1))) / child.shape[-1] ** 0.5
        whole = torch.cat([torch.ones_like(b["mask"][:, :1]), b["mask"]], 1)
        arcs = arcs.masked_fill(~whole.unsqueeze(1), -1e4)
        sides = (self.rel_child(h), torch.cat([self.rel_head(self.root).expand(h.shape[0], 1, -1), self.rel_head(h)], 1))
        return self.tag(h), self.name(h), arcs, sides

    def relations_of(self, sides, heads):
        child, head = sides
        chosen = torch.gather(head, 1, heads.clamp(min=0).unsqueeze(-1).expand(-1, -1, head.shape[2]))
        return self.relation(torch.relu(child + chosen))


def loss_of(model, b):
    """Cross-entropy with whatever the corpora tell, and with the teachers' probabilities where they have been asked."""
    tags, names, arcs, sides = model(b)
    taught = "soft" in b
    heads = b["soft"]["at"] if taught else b["heads"]
    relations = model.relations_of(sides, heads)

    def entropy(scores, what):
        if taught:
            loss = -(b["soft"][what] * scores.log_softmax(-1)).sum(-1)
            return (loss * b["mask"]).sum() / b["mask"].sum()
        gold = b[what]
        told = gold >= 0
        loss = F.cross_entropy(scores.transpose(1, 2), gold.clamp(min=0), reduction="none") * told
        if what == "names":
            loss = loss * b["worth"]
        return loss.sum() / told.sum().clamp(min=1)

    return entropy(tags, "tags") + entropy(names, "names") + entropy(arcs, "heads") + entropy(relations, "relations")


@torch.no_grad()
def check(model, sentences, data):
    """UPOS, UAS, LAS (heads by the best score alone) and names F1."""
    model.eval()
    uposes = sorted({t.split(" ")[0] for t in data.tags})
    upos_of = torch.tensor([uposes.index(t.split(" ")[0]) for t in data.tags])
    right, spans = np.zeros(4), np.zeros(3)
    for batch in batches(sentences, 8000):
        b = tensors(batch)
        tags, names, arcs, sides = model(b)
        heads = arcs.argmax(-1)
        relations = model.relations_of(sides, heads).argmax(-1)
        mask = b["mask"]
        good = (heads == b["heads"]) & mask
        right += [mask.sum().item(), (upos_of[tags.argmax(-1)] == upos_of[b["tags"]])[mask].sum().item(), good.sum().item(),
                  (good & (relations == b["relations"])).sum().item()]
        scores = names.log_softmax(-1).numpy()
        for at, s in enumerate(batch):
            if "names" in s:
                gold, found = spans_of(s["names"]), spans_of(follow(scores[at, : len(s["forms"])]))
                spans += [len(gold), len(found), len(gold & found)]
    model.train()
    return [round(100 * float(r / right[0]), 2) for r in right[1:]] + [round(200 * float(spans[2]) / max(1.0, float(spans[0] + spans[1])), 2)]


def train(data, lessons, settings):
    """
    A network that has learned the lessons, in rounds, all but the first of which begin at half the rate; its scores on the
    development sentences are printed on the way.
    """
    torch.manual_seed(settings["seed"])
    random = np.random.default_rng(settings["seed"])
    model = Network(data, settings)
    start = time.time()
    for round, epochs in enumerate(settings["epochs"]):
        total = epochs * len(batches(lessons, settings["tokens"]))
        optimizer = torch.optim.Adam(model.parameters(), lr=settings["rate"] / (2 if round else 1), betas=(0.9, 0.98))
        pace = lambda step: min(1, (step + 1) / 200) * (0.5 + 0.5 * np.cos(np.pi * min(1, step / total)))
        schedule = torch.optim.lr_scheduler.LambdaLR(optimizer, pace)
        for epoch in range(epochs):
            for batch in batches(lessons, settings["tokens"], random):
                optimizer.zero_grad(set_to_none=True)
                loss_of(model, tensors(batch)).backward()
                nn.utils.clip_grad_norm_(model.parameters(), 5.0)
                optimizer.step()
                schedule.step()
            if epoch % 2 == 1 or epoch == epochs - 1:
                scores = [check(model, data.of(name), data) for name in ("ewt-dev", "gum-open-dev", "news-dev")]
                print(f"  epoch {epoch + 1}: UPOS, UAS, LAS, names {scores}, {time.time() - start:.0f} s", flush=True)
    return model.eval()


@torch.no_grad()
def reach(model, sentences):
    """How far from 0 the outputs for arcs and for relations lie: all but one in a hundred thousand."""
    sizes = {"arc": [], "relation": []}
    hook = lambda name: lambda module, given, found: sizes[name].append(found.abs().flatten()[::7])
    hooks = [layer.register_forward_hook(hook(name)) for name, layers in
             {"arc": (model.child, model.head), "relation": (model.rel_child, model.rel_head)}.items() for layer in layers]
    for batch in batches(sentences[::40], 4000):
        model(tensors(batch))
    for one in hooks:
        one.remove()
    return {name: float(np.quantile(torch.cat(seen).numpy(), 0.99999)) for name, seen in sizes.items()}


def write(model, data, out):
    """The weights as one run of 32-bit floats (network.f32), and what they are (network.json)."""
    parts, arrays, at = {}, [], 0
    for name, tensor in model.state_dict().items():
        if name.endswith("_of"):
            continue
        array = tensor.numpy().astype(np.float32)
        parts[name] = {"at": at, "shape": list(array.shape)}
        arrays.append(array.ravel())
        at += array.size
    np.concatenate(arrays).tofile(f"{out}/network.f32")
    note = {"settings": SETTINGS, "tags": data.tags, "relations": data.relations, "hashed": HASHED, "known": KNOWN,
            "reach": reach(model, [s for s in data.sentences if "heads" in s]), "parts": parts}
    with open(f"{out}/network.json", "w") as file:
        json.dump(note, file)
