"use strict";
(() => {
  const SHOWN = 25;
  const find = (selector, within = document) => [...within.querySelectorAll(selector)];
  const search = document.querySelector("#search");
  const said = document.querySelector("#said");
  const boxes = find(".tools fieldset input");
  const codes = find("tbody.code").map((body) => ({
    body,
    statusClass: body.dataset.class,
    text: body.rows[0].cells[0].textContent.toLowerCase(),
    button: null,
    wasOpened: false,
    groups: find(".purpose", body).map((group) => ({
      group,
      purpose: group.dataset.purpose,
      number: group.querySelector(".count"),
      places: find(".place", group).map((place) => ({ place, text: place.textContent.toLowerCase() })),
    })),
  }));
  const lists = find("[data-list]").map((list) => ({
    list,
    more: null,
    isWhole: false,
    items: find("[data-item]", list).map((item) => ({ item, text: item.textContent.toLowerCase() })),
  }));

  const open = (code, isOpen) => {
    code.button.setAttribute("aria-expanded", String(isOpen));
    code.body.rows[1].hidden = !isOpen;
  };

  for (const code of codes) {
    const label = code.body.querySelector(".label");
    const button = document.createElement("button");
    button.type = "button";
    button.className = "open";
    button.setAttribute("aria-controls", code.body.rows[1].id);
    button.append(...label.childNodes);
    label.append(button);
    code.button = button;
    button.addEventListener("click", () => {
      code.wasOpened = button.getAttribute("aria-expanded") !== "true";
      open(code, code.wasOpened);
    });
    open(code, false);
  }

  for (const entry of lists) {
    if (entry.items.length <= SHOWN) continue;
    const button = document.createElement("button");
    button.type = "button";
    button.className = "more";
    button.textContent = `Show all ${entry.items.length.toLocaleString("en")}`;
    button.addEventListener("click", () => {
      entry.isWhole = true;
      filter();
      const next = entry.items[SHOWN].item;
      next.tabIndex = -1;
      next.focus();
    });
    entry.list.after(button);
    entry.more = button;
  }

  const chosen = (name) => new Set(boxes.filter((box) => box.name === name && box.checked).map((box) => box.value));
  const count = (number, noun) => `${number.toLocaleString("en")} ${noun}${number === 1 ? "" : "s"}`;

  function filter() {
    const words = search.value.toLowerCase().split(/\s+/).filter(Boolean);
    const purposes = chosen("purpose");
    const classes = chosen("class");
    const isFiltered = words.length > 0 || purposes.size > 0 || classes.size > 0;
    let places = 0;
    let shownCodes = 0;
    for (const code of codes) {
      let inCode = 0;
      const left = words.filter((word) => !code.text.includes(word));
      const isWanted = classes.size === 0 || classes.has(code.statusClass);
      for (const { group, purpose, number, places: own } of code.groups) {
        let inGroup = 0;
        const isPurpose = isWanted && (purposes.size === 0 || purposes.has(purpose));
        for (const { place, text } of own) {
          const isShown = isPurpose && left.every((word) => text.includes(word));
          place.hidden = !isShown;
          inGroup += isShown;
        }
        group.hidden = inGroup === 0;
        const all = own.length.toLocaleString("en");
        number.textContent = inGroup === own.length ? all : `${inGroup.toLocaleString("en")} of ${all}`;
        inCode += inGroup;
      }
      code.body.hidden = inCode === 0;
      open(code, code.wasOpened || (words.length > 0 && left.length > 0 && inCode > 0));
      places += inCode;
      shownCodes += inCode > 0;
    }
    for (const head of find("tbody.class")) {
      head.hidden = !codes.some((code) => code.statusClass === head.dataset.class && !code.body.hidden);
    }
    for (const { list, more, isWhole, items } of lists) {
      let shown = 0;
      for (const { item, text } of items) {
        const isMatch = words.every((word) => text.includes(word));
        item.hidden = !isMatch || (!isWhole && words.length === 0 && shown >= SHOWN);
        shown += isMatch;
      }
      if (more) more.hidden = isWhole || words.length > 0;
      const nothing = list.parentElement.querySelector(".nothing");
      if (nothing) nothing.hidden = shown > 0;
    }
    document.querySelector("#nothing").hidden = shownCodes > 0;
    said.textContent = isFiltered ? `${count(places, "place")} of ${count(shownCodes, "code")}` : "";
  }

  function openTarget() {
    const code = codes.find((entry) => `#${entry.body.id}` === location.hash);
    if (!code) return;
    if (code.body.hidden) {
      search.value = "";
      for (const box of boxes) box.checked = false;
      filter();
    }
    code.wasOpened = true;
    open(code, true);
    code.body.scrollIntoView();
  }

  document.querySelector(".tools").hidden = false;
  document.querySelector("#all").addEventListener("click", (event) => {
    const isOpen = event.target.getAttribute("aria-pressed") !== "true";
    event.target.setAttribute("aria-pressed", String(isOpen));
    for (const code of codes) {
      code.wasOpened = isOpen;
      open(code, isOpen);
    }
  });
  search.addEventListener("input", filter);
  for (const box of boxes) box.addEventListener("change", filter);
  window.addEventListener("hashchange", openTarget);
  document.addEventListener("keydown", (event) => {
    const isTyping = event.target instanceof HTMLInputElement && event.target.type === "search";
    if (event.key === "/" && !isTyping && !event.ctrlKey && !event.metaKey && !event.altKey) {
      event.preventDefault();
      search.focus();
    } else if (event.key === "Escape" && isTyping) {
      search.value = "";
      filter();
    }
  });
  filter();
  openTarget();
})();
