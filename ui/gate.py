"""What stands before the page: closed side doors of Gradio, and headers that keep all in here."""

from __future__ import annotations

from typing import TYPE_CHECKING

from starlette.datastructures import MutableHeaders
from starlette.responses import PlainTextResponse
from starlette.types import ASGIApp, Message, Receive, Scope, Send

if TYPE_CHECKING:
    import gradio

# Gradio's own script needs inline code and eval; nothing may be loaded from, or sent, elsewhere.
POLICY = "; ".join(
    (
        "default-src 'self'",
        "script-src 'self' 'unsafe-inline' 'unsafe-eval' blob:",
        "style-src 'self' 'unsafe-inline'",
        "img-src 'self' data: blob:",
        "font-src 'self' data:",
        "connect-src 'self'",
        "worker-src 'self' blob:",
        "frame-src 'none'",
        "object-src 'none'",
        "base-uri 'self'",
        "form-action 'self'",
        "frame-ancestors 'none'",
    )
)
_HEADERS = {
    "Content-Security-Policy": POLICY,
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "DENY",
    "Referrer-Policy": "no-referrer",
}
# Routes with which a caller would make this machine fetch from elsewhere, or that edit the app.
_CLOSED = (
    "/gradio_api/proxy=",
    "/gradio_api/file=http:",
    "/gradio_api/file=https:",
    "/gradio_api/vibe",
    "/gradio_api/undo-vibe",
    "/gradio_api/run-history",
    "/gradio_api/process_recording",
)


class Gate:
    """ASGI middleware: refuses the closed routes, adds the headers to every response."""

    def __init__(self, app: ASGIApp) -> None:
        self._app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return

        async def with_headers(message: Message) -> None:
            if message["type"] == "http.response.start":
                headers = MutableHeaders(scope=message)
                for name, value in _HEADERS.items():
                    headers.setdefault(name, value)
            await send(message)

        if scope["path"].lower().startswith(_CLOSED):
            await PlainTextResponse("closed", status_code=403)(scope, receive, with_headers)
            return
        await self._app(scope, receive, with_headers)


def close_side_doors(page: gradio.Blocks) -> None:
    """Turn on what Gradio's own launch turns on, and mounting it in another app leaves off.

    Without this any caller may name a file of this machine as its upload, and Gradio copies it
    where it can be read; and a caller may name a web address, which Gradio fetches.
    """
    import safehttpx  # type: ignore[import-untyped]

    page.has_launched = True
    page.is_running = True

    async def refuse(hostname: str) -> str:
        raise ValueError(f"nothing is fetched from {hostname}")

    safehttpx.async_validate_url = refuse
