"""Scores -> projective trees and sequences of labels."""
import numpy as np


def projective(scores):
    """The best projective tree by Eisner's algorithm; scores[child, head], head 0 is the root. Heads, 0 for the root."""
    n = scores.shape[0]
    s = np.full((n + 1, n + 1), -1e9)
    s[:, 1:] = scores.T  # s[head, child]
    low = -1e18
    complete = np.full((n + 1, n + 1, 2), low)
    open_ = np.full((n + 1, n + 1, 2), low)
    complete_at = np.zeros((n + 1, n + 1, 2), dtype=np.int32)
    open_at = np.zeros((n + 1, n + 1), dtype=np.int32)
    for i in range(n + 1):
        complete[i, i] = 0
    # Spans of real words first, the root last, so that it gets one child.
    for width in range(1, n):
        for i in range(1, n + 1 - width):
            j = i + width
            both = complete[i, i:j, 1] + complete[i + 1 : j + 1, j, 0]
            k = int(both.argmax())
            open_at[i, j] = i + k
            open_[i, j, 0] = both[k] + s[j, i]
            open_[i, j, 1] = both[k] + s[i, j]
            left = complete[i, i:j, 0] + open_[i:j, j, 0]
            k = int(left.argmax())
            complete[i, j, 0], complete_at[i, j, 0] = left[k], i + k
            right = open_[i, i + 1 : j + 1, 1] + complete[i + 1 : j + 1, j, 1]
            k = int(right.argmax())
            complete[i, j, 1], complete_at[i, j, 1] = right[k], i + 1 + k
    heads = np.zeros(n + 1, dtype=np.int64)
    root = 1 + int((complete[1, 1 : n + 1, 0] + complete[np.arange(1, n + 1), n, 1] + s[0, 1 : n + 1]).argmax())
    todo = [(1, root, 0, True), (root, n, 1, True)]
    while todo:
        i, j, side, whole = todo.pop()
        if i == j:
            continue
        if whole:
            k = int(complete_at[i, j, side])
            if side == 0:
                todo += [(i, k, 0, True), (k, j, 0, False)]
            else:
                todo += [(i, k, 1, False), (k, j, 1, True)]
        else:
            if side == 0:
                heads[i] = j
            else:
                heads[j] = i
            k = int(open_at[i, j])
            todo += [(i, k, 1, True), (k + 1, j, 0, True)]
    return heads[1:]


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
