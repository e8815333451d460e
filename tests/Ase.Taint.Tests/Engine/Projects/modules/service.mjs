export default function start(what) {
  // ruleid: cross
  sink(what);
}

export function stop(what) {
  // ruleid: cross
  sink(what);
}

export const pause = (what) => {
  // ruleid: cross
  sink(what);
};
