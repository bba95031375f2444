"""With a login nothing answers without it; a read-only page changes nothing, even asked raw."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any

import httpx
import pytest

from tests.browser.serving import Served, server

LOGIN = {"username": "desk", "password": "correct horse"}
CHANGING = {"update", "rebuild", "upload", "fetch", "remove", "cancel", "watch", "repair"}


def serving(folder: Any, *options: str) -> Iterator[Served]:
    (folder / "corpus").mkdir()
    (folder / "corpus" / "kept.txt").write_text("Kept\n\nThis stays here.\n", encoding="utf-8")
    with server(folder / "corpus", folder / "index", *options) as running:
        yield running


@pytest.fixture(scope="module")
def locked(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Served]:
    yield from serving(tmp_path_factory.mktemp("locked"), "--auth", "desk:correct horse")


@pytest.fixture(scope="module")
def fixed(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Served]:
    yield from serving(tmp_path_factory.mktemp("fixed"), "--read-only")


@pytest.fixture
def stranger(locked: Served) -> Iterator[httpx.Client]:
    with httpx.Client(base_url=locked.url, timeout=60) as client:
        yield client


@pytest.fixture
def member(locked: Served) -> Iterator[httpx.Client]:
    with httpx.Client(base_url=locked.url, timeout=60) as client:
        assert client.post("/login", data=LOGIN).status_code == 200
        yield client


@pytest.fixture
def reader(fixed: Served) -> Iterator[httpx.Client]:
    with httpx.Client(base_url=fixed.url, timeout=60) as client:
        yield client


@pytest.fixture
def elsewhere() -> Iterator[tuple[str, list[str]]]:
    """A web server that stands for the rest of the world, and the paths that it was asked for."""
    asked: list[str] = []

    class Noting(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            asked.append(self.path)
            self.send_response(200)
            self.end_headers()
            self.wfile.write(b"text")

        def log_message(self, *_: object) -> None:
            pass

    with ThreadingHTTPServer(("127.0.0.1", 0), Noting) as running:
        thread = threading.Thread(target=running.serve_forever, daemon=True)
        thread.start()
        yield f"http://127.0.0.1:{running.server_port}/a.txt", asked
        running.shutdown()
        thread.join()


def untouched(served: Served) -> bool:
    names = [path.name for path in served.corpus.iterdir()]
    return names == ["kept.txt"] and not (served.index / "current").exists()


def events(client: httpx.Client) -> list[dict[str, Any]]:
    """Every handler of the page, as a browser is told of it."""
    found: list[dict[str, Any]] = client.get("/config").json()["dependencies"]
    return found


def test_healthz_answers_without_a_login_and_says_nothing_else(stranger: httpx.Client) -> None:
    assert stranger.get("/healthz").json() == {"status": "ok", "index": None}


def test_no_endpoint_answers_without_the_login(
    stranger: httpx.Client, member: httpx.Client, locked: Served
) -> None:
    ids = [event["id"] for event in events(member)]
    assert len(ids) > 15
    refused = 0
    for number in ids:
        body = {"fn_index": number, "data": [], "session_hash": "x"}
        for path in ("run/predict", "queue/join", "api/predict"):
            status = stranger.post(f"/gradio_api/{path}", json=body).status_code
            assert status in (401, 404, 405), (path, number, status)
            refused += status == 401
    assert refused >= len(ids)
    for name in ("ask", "check", "articles"):
        assert stranger.post(f"/gradio_api/call/{name}", json={"data": []}).status_code == 401
    for path in ("/config", "/gradio_api/info", "/gradio_api/file=/etc/hostname"):
        assert stranger.get(path).status_code in (401, 403, 404), path
    upload = {"files": ("a.txt", b"text")}
    assert stranger.post("/gradio_api/upload", files=upload).status_code == 401
    assert untouched(locked)


@pytest.mark.parametrize("login", [{"username": "desk", "password": "wrong"}, {"username": "x"}])
def test_a_wrong_login_is_refused(stranger: httpx.Client, login: dict[str, str]) -> None:
    assert stranger.post("/login", data=login).status_code in (400, 422)


def test_a_read_only_page_changes_nothing_when_asked_raw(
    reader: httpx.Client, fixed: Served
) -> None:
    asked = 0
    for event in events(reader):
        if event["api_name"] in CHANGING:
            body = {"fn_index": event["id"], "data": [None] * len(event["inputs"])}
            answer = reader.post("/gradio_api/run/predict", json=body)
            assert "read-only" in answer.text or answer.status_code >= 400, answer.text
            asked += 1
    assert asked == len(CHANGING)
    assert untouched(fixed)


@pytest.mark.parametrize(
    "path",
    [
        "/gradio_api/file=/etc/hostname",
        "/gradio_api/file=../../../../etc/hostname",
        "/gradio_api/file=%2e%2e%2f%2e%2e%2fetc%2fhostname",
        "/static/..%2f..%2f..%2f..%2fetc%2fhostname",
        "/assets/..%2f..%2f..%2fetc%2fhostname",
        "/gradio_api/file=pyproject.toml",
        "/gradio_api/file=file:///etc/hostname",
        "/gradio_api/proxy=http://127.0.0.1:1/",
    ],
)
def test_no_file_outside_is_served(reader: httpx.Client, path: str) -> None:
    assert reader.get(path).status_code in (400, 403, 404)


def test_an_article_outside_the_corpus_cannot_be_named(reader: httpx.Client) -> None:
    for event in events(reader):
        if event["api_name"] == "follow_link":
            link = {"link": "article-../../../../etc/hostname"}
            body = {"fn_index": event["id"], "data": [None], "event_data": link}
            answer = reader.post("/gradio_api/run/predict", json=body).text
            assert Path("/etc/hostname").read_text(encoding="utf-8").strip() not in answer


def test_a_file_of_this_machine_is_no_upload(
    member: httpx.Client, locked: Served, tmp_path: Any
) -> None:
    secret = tmp_path / "secret.txt"
    secret.write_text("not an upload", encoding="utf-8")
    upload = next(event["id"] for event in events(member) if event["api_name"] == "upload")
    file = {"path": str(secret), "meta": {"_type": "gradio.FileData"}}
    body = {"fn_index": upload, "data": [[file]], "session_hash": "x"}
    assert member.post("/gradio_api/run/predict", json=body).status_code >= 400
    assert untouched(locked)


def test_the_server_fetches_nothing_for_a_caller(
    member: httpx.Client, locked: Served, elsewhere: tuple[str, list[str]]
) -> None:
    url, asked = elsewhere
    named = {"path": url, "meta": {"_type": "gradio.FileData"}}
    for event in events(member):
        if event["backend_fn"] and event["inputs"]:
            data = [named] * len(event["inputs"])
            member.post("/gradio_api/run/predict", json={"fn_index": event["id"], "data": data})
    for route in ("file=", "proxy=", "file/"):
        assert member.get(f"/gradio_api/{route}{url}").status_code in (400, 403, 404)
    assert not asked
    assert untouched(locked)


def test_another_host_name_is_refused_and_headers_keep_it_here(reader: httpx.Client) -> None:
    assert reader.get("/healthz", headers={"host": "evil.example"}).status_code == 400
    policy = reader.get("/").headers["content-security-policy"]
    assert "connect-src 'self'" in policy
    assert "frame-ancestors 'none'" in policy
