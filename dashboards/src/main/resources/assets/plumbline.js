// What HTML alone cannot do: the theme switch, copying, folding a rule's rows away, and a few keys.
(() => {
  "use strict";
  const root = document.documentElement;
  const systemDark = matchMedia("(prefers-color-scheme: dark)");

  function isDark() {
    return root.dataset.theme ? root.dataset.theme === "dark" : systemDark.matches;
  }

  function showTheme() {
    document.querySelectorAll("[data-theme-switch]").forEach((button) => {
      button.setAttribute("aria-pressed", String(isDark()));
    });
  }

  function switchTheme() {
    root.dataset.theme = isDark() ? "light" : "dark";
    try {
      localStorage.setItem("plumbline-theme", root.dataset.theme);
    } catch {
      // Without storage the choice lasts for this page.
    }
    showTheme();
  }

  async function copy(button) {
    const source = document.getElementById(button.dataset.copy);
    let said = "Copied";
    try {
      await navigator.clipboard.writeText(source.textContent.trim());
    } catch {
      getSelection().selectAllChildren(source);
      said = "Selected: press Ctrl+C";
    }
    const label = button.textContent;
    button.textContent = said;
    setTimeout(() => { button.textContent = label; }, 2000);
  }

  document.addEventListener("click", (event) => {
    const target = event.target instanceof Element ? event.target : null;
    if (target?.closest("[data-theme-switch]")) switchTheme();
    const copyButton = target?.closest("[data-copy]");
    if (copyButton) copy(copyButton);
  });

  // An empty search is no part of the address one sends to a colleague.
  document.addEventListener("htmx:configRequest", (event) => {
    if (event.detail.parameters.q === "") delete event.detail.parameters.q;
  });

  // A second click on an open rule folds its rows away instead of asking the server again.
  document.addEventListener("htmx:beforeRequest", (event) => {
    const toggle = event.detail.elt;
    if (!toggle.matches("[data-toggle]")) return;
    const rows = document.getElementById(toggle.dataset.toggle);
    if (toggle.getAttribute("aria-expanded") === "true") {
      event.preventDefault();
      rows.replaceChildren();
      toggle.setAttribute("aria-expanded", "false");
    }
  });
  document.addEventListener("htmx:afterSwap", (event) => {
    const toggle = event.detail.requestConfig.elt;
    if (toggle.matches("[data-toggle]")) toggle.setAttribute("aria-expanded", "true");
  });
  // A session that ended must not leave a half-filled table behind: load the whole page, which says what to do.
  document.addEventListener("htmx:responseError", (event) => {
    if (event.detail.xhr.status === 401) location.reload();
  });

  document.addEventListener("keydown", (event) => {
    const typing = event.target instanceof Element && event.target.closest("input, textarea, select");
    if (event.key === "/" && !typing && !event.ctrlKey && !event.metaKey && !event.altKey) {
      const search = document.getElementById("search");
      if (search) {
        event.preventDefault();
        search.focus();
      }
    }
  });

  systemDark.addEventListener("change", showTheme);
  showTheme();
})();
