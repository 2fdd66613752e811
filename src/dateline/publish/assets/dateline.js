// Two comforts. Everything works without them.
// 1. Opens a source mark's note when the pointer rests on it; a tap, a click or Enter
// opens it by the browser's own means.
// 2. Puts a slider before a list of three or more editions.
(() => {
  "use strict";
  const REST = 300; // milliseconds before a resting pointer counts as a wish
  const LEAVE = 250; // time to move from the mark into its note
  if (!HTMLElement.prototype.showPopover) return;

  let opened = null; // the note that hovering opened; one opened by a click stays
  let timer = 0;

  const later = (act, delay) => {
    clearTimeout(timer);
    timer = setTimeout(act, delay);
  };
  const shut = () => {
    if (opened && opened.matches(":popover-open")) opened.hidePopover();
    opened = null;
  };
  const show = (mark) => {
    const note = document.getElementById(mark.getAttribute("popovertarget"));
    if (!note || note.matches(":popover-open")) return;
    shut();
    note.showPopover({ source: mark });
    opened = note;
  };

  document.addEventListener("pointerover", (event) => {
    if (event.pointerType !== "mouse") return;
    const mark = event.target.closest(".mark");
    if (mark) later(() => show(mark), REST);
    else if (opened && opened.contains(event.target)) clearTimeout(timer);
    else if (opened) later(shut, LEAVE);
    else clearTimeout(timer);
  });
  document.addEventListener("click", (event) => {
    clearTimeout(timer);
    // a click on the mark whose note is already open keeps it, rather than closing it again
    const mark = event.target.closest(".mark");
    if (opened && mark && mark.getAttribute("popovertarget") === opened.id) event.preventDefault();
    opened = null;
  });
})();

(() => {
  "use strict";
  for (const list of document.querySelectorAll("ol.editions")) {
    const editions = [...list.children].reverse(); // oldest first
    if (editions.length < 3) continue;
    const box = document.createElement("div");
    const label = document.createElement("label");
    const range = document.createElement("input");
    const told = document.createElement("output");
    const link = document.createElement("a");
    box.className = "slider";
    range.type = "range";
    range.max = editions.length - 1;
    range.value = range.max;
    label.append("Any edition, the oldest first", range);
    box.append(label, told, document.createElement("br"), link);
    const show = () => {
      const chosen = editions[range.value];
      const [from, headline] = [chosen.querySelector("a"), chosen.querySelector("span")];
      told.textContent = `Edition ${chosen.value}. ${from.textContent}`;
      range.setAttribute("aria-valuetext", told.textContent);
      link.textContent = headline.textContent;
      link.dir = "auto";
      link.href = from.href;
    };
    range.addEventListener("input", show);
    show();
    list.before(box);
  }
})();
