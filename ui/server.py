"""The web server: the page mounted on FastAPI, /healthz, safe headers, loopback by default."""

from __future__ import annotations

import ipaddress
import os
import socket
import threading
from typing import TYPE_CHECKING, Any

from corpus.errors import FactcheckError, UsageError
from ui.settings import Settings
from ui.terminal import message

if TYPE_CHECKING:
    from fastapi import FastAPI

    from ui.workroom import Workroom


def serve(settings: Settings) -> None:
    """Serve the page until Ctrl-C. Raises FactcheckError where the port can't be had."""
    os.environ.setdefault("HF_HUB_OFFLINE", "1")
    listening = _bound(settings.host, settings.port)
    import uvicorn

    from ui.workroom import Workroom

    room = Workroom(settings)
    try:
        app = build_app(settings, room)
        host, port = listening.getsockname()[:2]
        message(f"Factcheck is on http://{_shown(settings.host, host)}:{port} (Ctrl-C stops)")
        if not _loopback(settings.host):
            message(_warning(settings))
        threading.Thread(target=room.warm_up, daemon=True).start()
        server = uvicorn.Server(
            uvicorn.Config(
                app, log_level="warning", server_header=False, timeout_graceful_shutdown=3
            )
        )
        server.run(sockets=[listening])
    finally:
        room.close()


def build_app(settings: Settings, room: Workroom) -> FastAPI:
    """The whole web application over one workroom."""
    # Both are read when Gradio is imported: no look-ups on the network, uploads in our own folder.
    os.environ["GRADIO_ANALYTICS_ENABLED"] = "False"
    os.environ["GRADIO_TEMP_DIR"] = str(room.downloads)
    import gradio
    from fastapi import FastAPI
    from starlette.middleware.trustedhost import TrustedHostMiddleware

    from ui.gate import Gate, close_side_doors
    from ui.page import STATIC, build_page, theme

    app = FastAPI(docs_url=None, redoc_url=None, openapi_url=None)
    app.add_middleware(Gate)
    if _loopback(settings.host):
        # A page elsewhere that points its own name at this machine is refused.
        names = ["localhost", "127.0.0.1", "[::1]", settings.host]
        app.add_middleware(TrustedHostMiddleware, allowed_hosts=names)

    @app.get("/healthz")
    def healthz() -> dict[str, Any]:
        desk = room.opened
        return {"status": "ok", "index": desk.index.version if desk else None}

    page = build_page(room)
    mounted: FastAPI = gradio.mount_gradio_app(
        app,
        page,
        path="/",
        server_name=settings.host,
        auth=_login(settings),
        max_file_size=settings.upload_mb * 1_000_000,
        show_error=True,
        run_history=False,
        ssr_mode=False,
        enable_monitoring=False,
        footer_links=["api"],
        theme=theme(),
        css_paths=STATIC / "style.css",
        head=f"<script>{(STATIC / 'page.js').read_text(encoding='utf-8')}</script>",
    )
    close_side_doors(page)
    return mounted


def _login(settings: Settings) -> tuple[str, str] | None:
    if settings.auth is None:
        return None
    user, colon, password = settings.auth.get_secret_value().partition(":")
    if not (user and colon and password):
        raise UsageError("the login is not of the form user:password", hint="FACTCHECK_AUTH=user:…")
    return user, password


def _bound(host: str, port: int) -> socket.socket:
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    listening = socket.socket(family, socket.SOCK_STREAM)
    listening.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
    try:
        listening.bind((host, port))
        # From here on visitors wait instead of being refused.
        listening.listen(128)
    except OSError as error:
        listening.close()
        raise FactcheckError(
            f"can't listen on {host}:{port}: {error.strerror or error}",
            hint="factcheck ui --port 0 takes a free one",
        ) from None
    return listening


def _loopback(host: str) -> bool:
    try:
        return ipaddress.ip_address(host).is_loopback
    except ValueError:
        return host == "localhost"


def _shown(wanted: str, bound: str) -> str:
    host = wanted if wanted == "localhost" else bound
    return f"[{host}]" if ":" in host else host


def _warning(settings: Settings) -> str:
    login = "" if settings.auth else " and there is no login: set FACTCHECK_AUTH=user:password"
    return f"warning: {settings.host} can be reached from other machines{login}"
