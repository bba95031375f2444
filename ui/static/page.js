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

  // Back in the list, the keyboard is where it left it.
  let left = "";
  const returned = (pane) => {
    const link = left && pane.querySelector(`a[href="#${left}"]`);
    left = "";
    if (link) link.focus();
  };

  // After a pane was drawn anew: what was asked for comes into view, and the keyboard with it.
  window.fcShow = (pane) => requestAnimationFrame(() => {
    const title = pane.querySelector(".fc-article-title");
    if (!title) return returned(pane);
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

  // Removing asks first; after a "no" nothing hears of the click.
  document.addEventListener("click", (event) => {
    if (!event.target.closest("#fc-remove")) return;
    const kept = "Its file is kept in the folder “removed” of the index.";
    if (!window.confirm(`Take this article out of the corpus? ${kept}`)) {
      event.preventDefault();
      event.stopImmediatePropagation();
    }
  }, true);

  // The browser's Back closes an article or goes to the tab before, and does not leave the page.
  const tabs = () => [...document.querySelectorAll("#fc-tabs button[role=tab]")];
  const tab = () => tabs().findIndex((button) => button.ariaSelected === "true");
  const shown = () => [...document.querySelectorAll(".fc-article .fc-back a")]
    .find((link) => link.offsetParent);
  let opened = "";
  history.replaceState({ tab: 0, link: "" }, "");
  document.addEventListener("click", (event) => {
    const link = event.target.closest('a[href^="#"]');
    const target = link ? link.getAttribute("href").slice(1) : "";
    if (link && link.closest(".fc-back")) left = opened;
    // What a script clicks is such a way back already.
    if (!event.isTrusted) return;
    if (/^(quote|near|evidence|article)-/.test(target)) {
      opened = target;
      history.pushState({ tab: tab(), link: target }, "");
    } else if (target && link.closest(".fc-back")) {
      history.pushState({ tab: tab(), link: "" }, "");
    } else {
      const chosen = tabs().indexOf(event.target.closest("button[role=tab]"));
      if (chosen >= 0) history.pushState({ tab: chosen, link: "" }, "");
    }
  }, true);
  window.addEventListener("popstate", ({ state }) => {
    if (!state) return;
    const moved = tab() !== state.tab;
    if (moved && tabs()[state.tab]) tabs()[state.tab].click();
    const again = state.link && document.querySelector(`a[href="#${state.link}"]`);
    if (again && !(moved && shown())) again.click();
    else if (!state.link && !moved && shown()) shown().click();
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
