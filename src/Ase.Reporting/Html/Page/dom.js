// Elements are made here and nowhere else; data enters the page as text nodes only.
// coupling: Display/Visible.cs shows the same characters on the terminal.
const HIDDEN = /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/u;
const HIDDEN_ALL = /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/gu;

function escapeOf(char) {
  return "\\u{" + char.codePointAt(0).toString(16).padStart(4, "0") + "}";
}

// For attributes and menus, where nothing can be marked up.
function plain(value) {
  return String(value).replace(/[\r\n\t]+/g, " ").replace(HIDDEN_ALL, escapeOf);
}

// Appends text with its hidden characters made visible; `keep` are those that stay what they are.
function appendText(parent, value, keep) {
  const text = String(value);
  if (!HIDDEN.test(text)) {
    parent.append(text);
    return;
  }
  let from = 0;
  for (const match of text.matchAll(HIDDEN_ALL)) {
    if (keep.includes(match[0])) continue;
    if (match.index > from) parent.append(text.slice(from, match.index));
    const mark = document.createElement("span");
    mark.className = "hidden-char";
    mark.textContent = match[0] === "\r" ? "␍" : escapeOf(match[0]);
    mark.title = "a character that is not visible";
    parent.append(mark);
    from = match.index + match[0].length;
  }
  parent.append(text.slice(from));
}

function append(parent, child) {
  if (child === null || child === undefined || child === false) return;
  if (Array.isArray(child)) child.forEach(c => append(parent, c));
  else if (child instanceof Node) parent.append(child);
  else appendText(parent, child, "\n\t");
}

// el("td.num", { title: "…", onclick: f }, "text", node, [more])
function el(name, properties, ...children) {
  const [tag, ...classes] = name.split(".");
  const node = document.createElement(tag);
  if (classes.length > 0) node.className = classes.join(" ");
  for (const [key, value] of Object.entries(properties ?? {})) {
    if (value === null || value === undefined || value === false) continue;
    if (key.startsWith("on")) node.addEventListener(key.slice(2), value);
    else if (key === "width") node.style.width = value;
    else if (key === "value" || key === "disabled" || key === "open") node[key] = value;
    else node.setAttribute(key, plain(value));
  }
  children.forEach(c => append(node, c));
  return node;
}

function fill(parent, ...children) {
  parent.replaceChildren();
  children.forEach(c => append(parent, c));
  return parent;
}

function option(value, label, selected) {
  const node = el("option", { value });
  node.textContent = plain(label);
  node.selected = value === selected;
  return node;
}

// A part that scrolls sideways must be reachable by keyboard.
function scroller(label, child) {
  return el("div.scroll", { tabindex: "0", role: "region", "aria-label": label }, child);
}

function score(value, digits = 1) {
  return value === null || value === undefined ? "–" : value.toFixed(digits);
}

function percent(value) {
  return value === null || value === undefined ? "–" : (100 * value).toFixed(1);
}

function big(value) {
  return value >= 1e6 ? (value / 1e6).toFixed(1) + " M" : value >= 1e4 ? (value / 1e3).toFixed(0) + " k" : String(value);
}

function duration(milliseconds) {
  if (milliseconds === null || milliseconds === undefined) return "–";
  return milliseconds >= 1000 ? (milliseconds / 1000).toFixed(1) + " s" : milliseconds.toFixed(milliseconds < 10 ? 1 : 0) + " ms";
}

function date(iso) {
  return iso ? iso.slice(0, 16).replace("T", " ") + " UTC" : "–";
}

function plural(count, noun) {
  return count + " " + noun + (count === 1 ? "" : "s");
}
