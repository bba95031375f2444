"""Our HTML on the page, and the script that turns its links into events for the server."""

from __future__ import annotations

from functools import partial

import gradio

# Our own looks only; Gradio would pad every link and colour every text.
HTML = partial(gradio.HTML, apply_default_css=False)

_SCRIPT = """
const scope = () => document.getElementById(%(scope)r) || element;
document.addEventListener('click', (event) => {
  const link = event.target.closest('a[href^="#"]');
  if (!link || !scope().contains(link)) return;
  const target = link.getAttribute('href').slice(1);
  if (!%(pattern)s.test(target)) return;
  event.preventDefault();
  trigger('open', { link: target });
});
watch('value', () => window.fcShow && window.fcShow(element));
"""


def link_events(scope: str, pattern: str) -> str:
    """For `gr.HTML(js_on_load=...)`: links inside the element `scope` raise the event `open`.

    Those whose target matches the JavaScript `pattern` do, by mouse and by keyboard alike.
    """
    return _SCRIPT % {"scope": scope, "pattern": f"/{pattern}/"}


def followed(event: gradio.EventData) -> str:
    """The target that such an event names; "" for anything else that a browser may send."""
    link = getattr(event, "link", None)
    return link if isinstance(link, str) else ""
