"""Sequences of labels and the names that they make."""
import numpy as np


def follow(scores):
    """The best sequence of name labels: a name goes on only from its own kind."""
    n, width = scores.shape
    may = np.array([[b == 0 or b % 2 == 1 or a == b or a == b - 1 and a != 0 for b in range(width)] for a in range(width)])
    best, back = scores[0] - 1e9 * np.array([b != 0 and b % 2 == 0 for b in range(width)]), []
    for at in range(1, n):
        paths = best[:, None] + np.where(may, 0, -1e9)
        back.append(paths.argmax(0))
        best = paths.max(0) + scores[at]
    labels = [int(best.argmax())]
    for step in reversed(back):
        labels.append(int(step[labels[-1]]))
    return labels[::-1]


def spans_of(labels):
    """Person, organization and place spans of a sequence of labels."""
    found, at = set(), 0
    while at < len(labels):
        first, label = at, labels[at]
        at += 1
        if label == 0:
            continue
        while at < len(labels) and label % 2 == 1 and labels[at] == label + 1:
            at += 1
        if label < 7:
            found.add((first, at, label))
    return found
