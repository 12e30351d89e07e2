"""What only the network can tell: whether DOIs exist and what they name, whether links work.

Nothing here is imported unless a run asks for it (``--online``). "Missing" and "could not be
asked" are different verdicts everywhere: only the first can lead to a finding.
"""
