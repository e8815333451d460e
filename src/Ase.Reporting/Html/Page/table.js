// A table that sorts by its column heads; on narrow screens rows become cards, sorted by a menu.
// column: { key, label, title, value: row => sortable, cell: row => content, numeric, down, head }
function sortableTable(name, columns, rows, initial) {
  const state = { key: initial, down: columns.find(c => c.key === initial)?.down ?? false };
  const body = el("tbody");
  const heads = columns.map(column => el("th" + (column.numeric ? ".num" : ""), { scope: "col" },
    column.value ? el("button.sort", { type: "button", title: column.title, onclick: () => by(column.key) }, column.label) : el("span", { title: column.title }, column.label)));
  const menu = el("select", { onchange: e => by(e.target.value, true) },
    columns.filter(c => c.value).map(c => option(c.key, c.key === "rank" ? "Rank" : c.label, initial)));
  const table = el("table.board.cards", null, el("caption.unseen", null, name), el("thead", null, el("tr", null, heads)), body);

  function by(key, keep) {
    const column = columns.find(c => c.key === key);
    state.down = state.key === key && !keep ? !state.down : column.down ?? false;
    state.key = key;
    menu.value = key;
    draw();
  }

  function draw() {
    const column = columns.find(c => c.key === state.key);
    const sorted = [...rows].sort((a, b) => compare(column.value(a), column.value(b), state.down));
    columns.forEach((c, i) => c.value && heads[i].setAttribute("aria-sort", c.key !== state.key ? "none" : state.down ? "descending" : "ascending"));
    fill(body, sorted.map(row => el("tr", null, columns.map(c => el(
      (c.head ? "th.row" : "td") + (c.numeric ? ".num" : "") + "." + c.key, { scope: c.head ? "row" : null, "data-label": c.label }, c.cell(row))))));
  }

  draw();
  return el("div", null, el("label.narrow.sort-menu", null, "Sort by ", menu), scroller(name, table));
}

// What has no value comes last either way.
function compare(a, b, down) {
  const none = (a === null || a === undefined) - (b === null || b === undefined);
  if (none !== 0 || a === null || a === undefined) return none;
  const order = typeof a === "string" ? (a < b ? -1 : a > b ? 1 : 0) : a - b;
  return down ? -order : order;
}
