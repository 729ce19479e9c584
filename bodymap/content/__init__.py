"""Content packs: folders of YAML become an atlas, or a list of problems."""
