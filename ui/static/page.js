// Small things that HTML alone does not do. No data leaves the page from here.
(() => {
  const wide = () => window.matchMedia("(min-width: 1000px)").matches;

  // Scrolls only the pane on a wide screen, so that the conversation stays where it is.
  const reveal = (target) => {
    const side = target.closest(".fc-side");
    if (!side || !wide()) return target.scrollIntoView({ block: "center" });
    const [seen, frame] = [target.getBoundingClientRect(), side.getBoundingClientRect()];
    if (seen.top >= frame.top && seen.bottom <= Math.min(frame.bottom, window.innerHeight)) return;
    side.scrollTop += seen.top - frame.top - side.clientHeight / 3;
  };

  // After a pane was drawn anew: what was asked for comes into view, and the keyboard with it.
  window.fcShow = (pane) => requestAnimationFrame(() => {
    const title = pane.querySelector(".fc-article-title");
    if (!title) return;
    const side = title.closest(".fc-side");
    if (side) side.scrollTop = 0;
    title.focus({ preventScroll: true });
    reveal(pane.querySelector("mark.fc-chosen") || title);
  });

  // A claim in the checked text leads to its evidence card.
  document.addEventListener("click", (event) => {
    const claim = event.target.closest('a[href^="#claim-"]');
    const card = claim && document.getElementById(claim.getAttribute("href").slice(1));
    if (!card) return;
    event.preventDefault();
    document.querySelectorAll(".fc-current").forEach((old) => old.classList.remove("fc-current"));
    card.classList.add("fc-current");
    card.focus({ preventScroll: true });
    reveal(card);
  });

  // Gradio names each message by its source; a screen reader should not hear tags.
  const tidy = (chat) => {
    chat.querySelectorAll("[aria-label*='message: <']").forEach((message) => {
      message.setAttribute("aria-label", message.dataset.testid === "user" ? "Question" : "Answer");
      message.setAttribute("role", "group");
    });
  };

  // Gradio calls its suggestions a list, of buttons that are no list items.
  const rename = (chat) => {
    chat.querySelectorAll(".examples[role=list]").forEach((list) => {
      list.setAttribute("role", "group");
      list.setAttribute("aria-label", "Suggested questions");
    });
  };

  // A new question goes to the top, and stays there until its answer has come or someone scrolls.
  let asked = 0;
  let follow = false;
  ["wheel", "touchmove", "keydown", "pointerdown"].forEach((kind) =>
    document.addEventListener(kind, () => { follow = false; }, { passive: true }));
  // Gradio draws the chat anew now and then, so what is watched is the document.
  const look = () => {
    const chat = document.getElementById("fc-chat");
    if (!chat) return;
    tidy(chat);
    rename(chat);
    const rows = chat.querySelectorAll(".user-row");
    if (rows.length > asked && rows.length > 1) follow = true;
    asked = rows.length;
    if (follow) rows[rows.length - 1].scrollIntoView({ block: "start" });
  };
  new MutationObserver(look).observe(document.documentElement, { childList: true, subtree: true });
  document.documentElement.lang = "en";
})();
