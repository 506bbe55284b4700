// Runs before the first paint, so that a chosen theme does not flash the other one first.
(() => {
  const root = document.documentElement;
  root.classList.add("js");
  try {
    const chosen = localStorage.getItem("plumbline-theme");
    if (chosen === "light" || chosen === "dark") root.dataset.theme = chosen;
  } catch {
    // Storage may be switched off: then the system's setting holds.
  }
})();
