"""The checked content, kept as one JSON file: never needed, never trusted, safe to delete."""

import json
import os
from collections.abc import Iterable
from contextlib import suppress
from hashlib import sha256
from pathlib import Path
from typing import Any

from bodymap.content.folder import PackFolder

FILE = "content.json"
FORMAT = 5
"""To be raised when the checks or the kept data change within one version of the program."""


def digest(content: bytes) -> str:
    """Return the fingerprint of a file."""
    return sha256(content).hexdigest()


def key_of(folders: Iterable[PackFolder], version: str) -> str:
    """Return the key under which packs are kept: the program's version and everything their texts say."""
    state = sha256(f"{FORMAT} {version}".encode())
    for folder in folders:
        state.update(repr((folder.number, folder.name, folder.strays, len(folder.texts))).encode())
        for name, content in folder.texts.items():
            state.update(repr((name, len(content))).encode())
            state.update(content)
        for name, refusal in folder.refused.items():
            state.update(repr((name, refusal.what)).encode())
    return state.hexdigest()


def recall(cache: Path | None, key: str) -> dict[str, Any] | None:
    """Return what is kept under a key, or nothing when it is missing, damaged or of other content."""
    if cache is None:
        return None
    try:
        seal, _, body = (cache / FILE).read_bytes().partition(b"\n")
        if seal.decode("ascii") != _seal(key, body):
            return None
        kept: dict[str, Any] = json.loads(body)
    except (OSError, ValueError, RecursionError):
        return None
    return kept


def keep(cache: Path | None, key: str, content: dict[str, Any]) -> None:
    """Keep content under a key; a folder that cannot be written to is no matter."""
    if cache is None:
        return
    body = json.dumps(content, ensure_ascii=False, separators=(",", ":")).encode()
    draft = cache / f"{FILE}.{os.getpid()}"
    try:
        cache.mkdir(parents=True, exist_ok=True)
        draft.write_bytes(_seal(key, body).encode("ascii") + b"\n" + body)
        draft.replace(cache / FILE)
    except OSError:
        with suppress(OSError):
            draft.unlink()


def _seal(key: str, body: bytes) -> str:
    """Return the first line of the file, itself JSON: whose content this is, and what it must add up to."""
    return json.dumps({"key": key, "digest": digest(body)})
