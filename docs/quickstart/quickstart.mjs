// Podium with JavaScript, in Node 18 or later without packages: node quickstart.mjs
//
// PODIUM is the address of the API, if it is not the one of the local stack; PODIUM_KEY is a key, where reading needs one.

const podium = process.env.PODIUM ?? 'http://127.0.0.1:8080';
const headers = process.env.PODIUM_KEY ? { authorization: `Bearer ${process.env.PODIUM_KEY}` } : {};

async function get(address) {
  const answer = await fetch(address, { headers });
  if (!answer.ok) {
    // Every error is a problem detail (RFC 9457): the detail says what is wrong, and where.
    const problem = await answer.json();
    const where = (problem.errors ?? []).map(({ name, detail }) => `; ${name}: ${detail}`);
    throw new Error(`${answer.status} ${problem.code}: ${problem.detail}${where.join('')}`);
  }
  return answer.json();
}

// Every exchange that a search finds, however many there are.
async function* exchanges(search) {
  let address = `${podium}/v1/exchanges?${new URLSearchParams({ size: 50, ...search })}`;
  while (address) {
    const page = await get(address);
    yield* page.items;
    address = page.next;
  }
}

// Offsets count code points; strings count UTF-16 units, so that an emoji would shift them.
function cut(text, { start, end }) {
  return Array.from(text).slice(start, end).join('');
}

console.log('== Search: what was asked in Chinese, and the characters that were found');
for await (const found of exchanges({ q: '台风', language: 'zh' })) {
  const marked = found.highlights.question.map((span) => cut(found.question.text, span));
  console.log(found.briefing.date, found.permalink, ...marked);
}

console.log('== Who asks: outlets by how often');
const outlets = await get(`${podium}/v1/outlets?size=5`);
for (const outlet of outlets.items) {
  console.log(outlet.exchanges, outlet.names[0] ?? outlet.id);
}

console.log('== Errors say what is wrong');
try {
  await get(`${podium}/v1/exchanges?q=${encodeURIComponent('korea AND (')}`);
} catch (error) {
  console.log(error.message);
}
