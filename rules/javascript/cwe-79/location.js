function back() {
  const target = new URLSearchParams(window.location.search).get('back');
  // ruleid: javascript-location-from-address
  window.location = decodeURI(target);
}

function backChecked() {
  const target = new URLSearchParams(window.location.search).get('back');
  if (/^\/(?!\/)/.test(target)) {
    // ok: javascript-location-from-address
    window.location.href = target;
  }
}

function tab() {
  const name = location.hash.slice(1);
  // ok: javascript-location-from-address
  location.href = '/tabs/' + encodeURIComponent(name);
}
