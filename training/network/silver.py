"""Trained networks together say what they see in every sentence whose corpus does not tell all."""
import re
import torch
from data import batches, tensors
from trees import follow, projective

CALENDAR = re.compile(r"(jan|feb|mar|apr|may|jun|jul|aug|sept?|oct|nov|dec|january|february|march|april|june|july|august|september|october|november|december|mon|tues?|wed|thur?s?|fri|sat|sun|monday|tuesday|wednesday|thursday|friday|saturday|sunday|internet|web|god|christmas|easter|thanksgiving|am|pm|est|gmt|edt|pst|cst)\.?$", re.I)
ADDRESS = re.compile(r".*@|.*://|www\.|[|=<>]|[^A-Za-z]*$")
BODY = re.compile(r"(inc|corp|co|ltd|llc|bank|group|company|university|college|institute|school|ministry|department|association|council|committee|agency|party|street|avenue|road|park|river|island|county|city|hospital|airport|church|hotel|restaurant|center|centre)\.?$", re.I)
JOINS = {"of", "the", "and", "for", "de", "la", "al", "bin", "von", "van", "der", "-", "&", "'s", "’s", "'"}
DEMONYM, PLACES = 2, 1 | 4
PERSON = 1


def bend(names, sentence, data):
    """Shares of labels in a sentence whose tags and tree are gold: names are of proper nouns, and parts joined by `flat`
    are a person's."""
    forms = [data.texts[form] for form in sentence["forms"]]
    tags = [data.tags[tag] for tag in sentence["tags"]]
    relations = [data.relations[relation] for relation in sentence["relations"]]
    proper = [tag.startswith("PROPN") or " NNP" in tag for tag in tags]
    n = len(forms)
    for at, form in enumerate(forms):
        bridge = form.lower() in JOINS and 0 < at < n - 1 and proper[at - 1] and (proper[at + 1] or forms[at + 1].lower() in JOINS)
        title = relations[at].startswith("nmod:desc") and sentence["heads"][at] > at and proper[sentence["heads"][at]]
        if CALENDAR.match(form) or ADDRESS.match(form) or title or not (proper[at] or bridge or sentence["known"][at] & DEMONYM):
            names[at, 1:] *= 1e-6
        elif proper[at]:
            names[at, 0] *= 0.37
    for at in range(n):
        last = at
        while last + 1 < n and sentence["heads"][last + 1] == at and relations[last + 1] == "flat":
            last += 1
        if last > at and proper[at] and not sentence["known"][at] & PLACES and not any(BODY.match(form) for form in forms[at : last + 1]):
            names[at, PERSON] += 1e3
            names[at + 1 : last + 1, PERSON + 1] += 1e3
    return names / names.sum(-1, keepdim=True)


@torch.no_grad()
def fill(data, models, sentences, device="cpu"):
    """The sentences with what the networks say where nothing was told: best tags, trees and names by their mean."""
    root = data.relations.index("root")
    filled = []
    for batch in batches(sentences, 8000):
        b = tensors(batch, device)
        outs = [model(b) for model in models]
        mean = lambda which: sum(out[which].softmax(-1) for out in outs) / len(outs)
        tags, names, arcs = mean(0), mean(1), mean(2)
        heads = torch.zeros(b["forms"].shape, dtype=torch.int64)
        for at, s in enumerate(batch):
            n = len(s["forms"])
            if "heads" not in s:
                heads[at, :n] = torch.from_numpy(projective((arcs[at, :n, : n + 1] + 1e-6).log().cpu().numpy()))
        relations = sum(model.relations_of(out[3], heads.to(device)).softmax(-1) for model, out in zip(models, outs))
        # The root alone is `root`.
        relations[..., root] = torch.where(heads == 0, torch.full_like(relations[..., root], 2.0 * len(models)), -torch.ones_like(relations[..., root]))
        for at, s in enumerate(batch):
            n = len(s["forms"])
            if "heads" in s and "names" not in s:
                names[at, :n] = bend(names[at, :n], s, data)
            said = {
                "tags": tags[at, :n].argmax(-1).tolist(),
                "heads": (heads[at, :n] - 1).tolist(),
                "relations": relations[at, :n].argmax(-1).tolist(),
                "names": follow((names[at, :n] + 1e-6).log().cpu().numpy()),
            }
            # How sure they are goes along: the student learns the doubt too.
            soft = {
                f"soft_{field}": scores[at, :n].half().cpu().numpy()
                for field, scores in (("tags", tags), ("names", names), ("heads", arcs[:, :, : n + 1]))
                if field not in s
            }
            filled.append({**said, **soft, **s})
    return filled
