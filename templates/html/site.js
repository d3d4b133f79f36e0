'use strict';
// What a reader misses without it: copying code, "/" for the search, and seeing the field that a link leads to.

document.documentElement.classList.add('scripted');

for (const listing of document.querySelectorAll('.code')) {
  const button = document.createElement('button');
  button.type = 'button';
  button.className = 'copy';
  button.textContent = 'Copy';
  button.addEventListener('click', async () => {
    await navigator.clipboard.writeText(listing.querySelector('code').textContent);
    button.textContent = 'Copied';
    setTimeout(() => (button.textContent = 'Copy'), 1500);
  });
  // Beside the listing, so that it stays where it is while the code scrolls.
  listing.before(button);
}

document.addEventListener('keydown', (event) => {
  const isTyping = event.target instanceof HTMLElement && /^(?:INPUT|TEXTAREA|SELECT)$/.test(event.target.tagName);
  if (event.key !== '/' || isTyping || event.ctrlKey || event.metaKey || event.altKey) return;
  event.preventDefault();
  const query = document.getElementById('query');
  if (query === null) location.href = document.querySelector('.brand').href + '#search';
  else query.focus();
});

/** Opens what the field that the address names is folded into. */
function showTarget() {
  const target = document.getElementById(decodeURIComponent(location.hash.slice(1)));
  for (let outer = target?.parentElement; outer; outer = outer.parentElement) {
    if (outer instanceof HTMLDetailsElement) outer.open = true;
  }
  target?.scrollIntoView();
}
addEventListener('hashchange', showTarget);
if (location.hash !== '') showTarget();
