let kept = '';

export function store(text: string): void {
  // ruleid: cross
  sink(text);
  kept = text;
}

export function load(): string {
  return kept;
}
