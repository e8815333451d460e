// The payload: one index, and texts in chunks that are unpacked when they are first read.
// coupling: Html/HtmlPayload.cs writes what is read here.
const MISSING = -1, LEFT_OUT = -2;
const chunks = new Map();
let report;

function bytesOf(id) {
  const text = atob(document.getElementById(id).textContent.trim());
  const bytes = new Uint8Array(text.length);
  for (let i = 0; i < text.length; i++) bytes[i] = text.charCodeAt(i);
  return bytes;
}

async function unpack(id) {
  const bytes = bytesOf(id);
  if (typeof DecompressionStream === "undefined") return JSON.parse(new TextDecoder().decode(inflate(bytes)));
  return await new Response(new Blob([bytes]).stream().pipeThrough(new DecompressionStream("gzip"))).json();
}

function chunk(number) {
  if (!chunks.has(number)) chunks.set(number, unpack("texts-" + number));
  return chunks.get(number);
}

// A text as { text, more }: `more` characters were left out at its end.
async function textAt(reference) {
  let number = 0;
  while (number + 1 < report.chunks.length && report.chunks[number + 1] <= reference) number++;
  const value = (await chunk(number))[reference - report.chunks[number]];
  return typeof value === "string" ? { text: value, more: 0 } : value;
}

async function recordAt(reference) {
  return reference < 0 ? null : JSON.parse((await textAt(reference)).text);
}

async function load() {
  report = await unpack("index");
  report.subjects = new Map(report.run.subjects.map(s => [s.display, s]));
  report.byId = new Map();
  report.attempts = report.attempts.map(([subject, task, cycle, verdict, note, grade, generation, diff, answer, prompt], index) => {
    const attempt = {
      index, cycle, note, grade, generation, diff, answer, prompt,
      subject: report.run.subjects[subject], task: report.tasks[task], verdict: report.verdicts[verdict],
    };
    attempt.id = attempt.task.id + "." + cycle + "." + attempt.subject.key;
    attempt.search = (attempt.task.id + " " + attempt.task.title + " " + attempt.task.cwe + " " + attempt.task.language + " " + attempt.subject.display + " " + note).toLowerCase();
    report.byId.set(attempt.id, attempt);
    return attempt;
  });
  report.byTask = grouped(report.attempts, a => a.task.id);
}

function grouped(items, key) {
  const groups = new Map();
  for (const item of items) {
    if (!groups.has(key(item))) groups.set(key(item), []);
    groups.get(key(item)).push(item);
  }
  return groups;
}

function attemptsOf(task, subject) {
  return (report.byTask.get(task.id) ?? []).filter(a => a.subject === subject);
}
