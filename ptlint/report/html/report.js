"use strict";
(() => {
  const form = document.getElementById("filter");
  if (!form) return;
  const pages = [...document.querySelectorAll("details.page")].map(element => ({
    element,
    path: element.dataset.path.toLowerCase(),
    notes: [...element.querySelectorAll(".note")],
    tally: element.querySelector(".tally"),
    found: element.querySelector(".tally").textContent,
  }));
  const refs = new Map();
  for (const ref of document.querySelectorAll(".ref")) {
    const of = refs.get(ref.dataset.note) || [];
    of.push(ref);
    refs.set(ref.dataset.note, of);
  }
  const marks = [...document.querySelectorAll("mark")];
  const total = pages.reduce((sum, page) => sum + page.notes.length, 0);
  const status = document.getElementById("shown");

  const wishes = () => {
    const data = new FormData(form);
    return {
      severity: data.getAll("severity"),
      category: data.get("category"),
      rule: data.get("rule"),
      criterion: data.get("criterion"),
      page: data.get("page").trim().toLowerCase(),
    };
  };

  function apply() {
    const { severity, category, rule, criterion, page: words } = wishes();
    const everything = severity.length === 3 && !category && !rule && !criterion;
    const rules = new Set();
    let shown = 0, shownPages = 0;
    for (const page of pages) {
      let here = 0;
      for (const note of page.notes) {
        const data = note.dataset;
        const fits = severity.includes(data.severity) &&
          (!category || data.category === category) && (!rule || data.rule === rule) &&
          (!criterion || (data.criteria || "").split(" ").includes(criterion));
        if (note.hidden === fits) {
          note.hidden = !fits;
          for (const ref of refs.get(note.id.slice(1)) || []) ref.hidden = !fits;
        }
        if (fits) { here += 1; rules.add(data.rule); }
      }
      const visible = here > 0 && page.path.includes(words);
      page.element.hidden = !visible;
      const tally = here === page.notes.length ? page.found : `${here} of ${page.found}`;
      if (page.tally.textContent !== tally) page.tally.textContent = tally;
      if (visible) { shown += here; shownPages += 1; }
    }
    for (const mark of marks) {
      const off = !everything && !(severity.includes(mark.className.split(" ")[0]) &&
        mark.dataset.rules.split(" ").some(name => rules.has(name)));
      mark.classList.toggle("off", off);
    }
    status.textContent = `${shown} of ${total} findings in ${shownPages} pages`;
  }

  function remember() {
    const { severity, category, rule, criterion, page } = wishes();
    const words = new URLSearchParams();
    if (severity.length < 3) words.set("severity", severity.join(","));
    if (category) words.set("category", category);
    if (rule) words.set("rule", rule);
    if (criterion) words.set("criterion", criterion);
    if (page) words.set("page", page);
    history.replaceState(null, "", "#" + words);
  }

  // Pages out of sight have only a guessed height until they come into view, so one jump misses.
  function bring(target, block) {
    let left = 8;
    const jump = () => {
      target.scrollIntoView({ block, behavior: "instant" });
      left -= 1;
      if (left) requestAnimationFrame(jump);
    };
    jump();
  }

  function show(id) {
    const target = document.getElementById(id);
    const page = target && target.closest("details.page");
    if (!page) return false;
    page.open = true;
    if (page.hidden || target.hidden) { form.reset(); apply(); }
    const isNote = target.classList.contains("note");
    if (isNote) {
      target.tabIndex = -1;
      target.focus({ preventScroll: true });
    }
    bring(target, isNote ? "center" : "start");
    return true;
  }

  function read() {
    const hash = decodeURIComponent(location.hash.slice(1));
    if (/^(f|page-)\d+$/.test(hash)) { apply(); show(hash); return; }
    if (!/^(severity|category|rule|criterion|page)=/.test(hash)) { apply(); return; }
    const words = new URLSearchParams(location.hash.slice(1));
    const severity = words.get("severity");
    for (const box of form.elements.severity)
      box.checked = severity === null || severity.split(",").includes(box.value);
    for (const name of ["category", "rule", "criterion", "page"])
      if (form.elements[name]) form.elements[name].value = words.get(name) || "";
    apply();
    bring(document.getElementById("pages"), "start");
  }

  function step(by) {
    const list = pages.filter(page => !page.element.hidden)
      .flatMap(page => page.notes.filter(note => !note.hidden));
    if (!list.length) return;
    const now = list.findIndex(note => "#" + note.id === location.hash);
    const next = now < 0 ? (by > 0 ? 0 : list.length - 1) : (now + by + list.length) % list.length;
    history.replaceState(null, "", "#" + list[next].id);
    show(list[next].id);
  }

  form.hidden = false;
  form.addEventListener("submit", event => event.preventDefault());
  form.addEventListener("input", () => { apply(); remember(); });
  form.addEventListener("reset", () => setTimeout(() => { apply(); remember(); }));
  document.getElementById("next").addEventListener("click", () => step(1));
  document.getElementById("previous").addEventListener("click", () => step(-1));
  addEventListener("hashchange", read);
  addEventListener("beforeprint", () => {
    for (const each of document.querySelectorAll("details")) each.open = true;
  });
  read();
})();
