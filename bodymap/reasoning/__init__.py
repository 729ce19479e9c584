"""The verbs: pure functions from the atlas and what was asked to what follows."""
