// A unified diff with line numbers, colours, and the steps of the taint paths beside the lines they pass.
const LINES_AT_ONCE = 1500;

function parseDiff(text) {
  const lines = [];
  let file = "", before = 0, after = 0, left = 0, right = 0;
  const source = text.split("\n");
  if (source[source.length - 1] === "") source.pop();
  for (const line of source) {
    const hunk = left <= 0 && right <= 0 ? /^@@ -(\d+)(?:,(\d+))? \+(\d+)(?:,(\d+))? @@/.exec(line) : null;
    if (hunk) {
      before = Number(hunk[1]);
      left = hunk[2] === undefined ? 1 : Number(hunk[2]);
      after = Number(hunk[3]);
      right = hunk[4] === undefined ? 1 : Number(hunk[4]);
      lines.push({ kind: "hunk", text: line });
    } else if (left <= 0 && right <= 0 && !line.startsWith("\\")) {
      if (line.startsWith("+++ ")) file = line.slice(4).replace(/^b\//, "").replace(/[\t\r].*$/, "");
      lines.push({ kind: "file", text: line });
    } else if (line[0] === "+") {
      right--;
      lines.push({ kind: "add", text: line.slice(1), sign: "+", file, after: after++ });
    } else if (line[0] === "-") {
      left--;
      lines.push({ kind: "del", text: line.slice(1), sign: "−", file, before: before++ });
    } else if (line[0] === "\\") {
      lines.push({ kind: "note", text: line });
    } else {
      left--;
      right--;
      lines.push({ kind: "same", text: line.slice(1), sign: " ", file, before: before++, after: after++ });
    }
  }
  return lines;
}

function stepsByLine(findings) {
  const steps = new Map();
  for (const finding of findings) {
    for (const step of finding.trace) {
      const key = step.file + ":" + step.line;
      steps.set(key, new Set([...(steps.get(key) ?? []), step.kind]));
    }
  }
  return steps;
}

function diffView(text, findings) {
  const steps = stepsByLine(findings);
  const lines = parseDiff(text);
  const body = el("div.diff-lines");
  const more = el("button.more", { type: "button", onclick: () => { more.remove(); add(lines.slice(LINES_AT_ONCE)); } }, "Show " + (lines.length - LINES_AT_ONCE) + " more lines");

  function add(part) {
    const fragment = document.createDocumentFragment();
    for (const line of part) {
      const code = el("span.code");
      appendText(code, line.kind === "same" ? line.text.replace(/\r$/, "") : line.text, "\t");
      const roles = line.after === undefined ? null : steps.get(line.file + ":" + line.after);
      fragment.append(el("div.line." + line.kind, null,
        el("span.no", { "aria-hidden": "true" }, line.before ?? ""), el("span.no", { "aria-hidden": "true" }, line.after ?? ""), el("span.sign", null, line.sign ?? ""), code,
        roles && [...roles].map(r => el("span.role." + roleClass(r), null, r))));
    }
    body.append(fragment);
  }

  add(lines.slice(0, LINES_AT_ONCE));
  return [scroller("The change as a unified diff", el("div.diff", null, body)), lines.length > LINES_AT_ONCE && more];
}

function roleClass(kind) {
  return ["source", "propagation", "call", "return", "sink"].includes(kind) ? "role-" + kind : "role-other";
}
