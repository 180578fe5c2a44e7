export default async function ({ secret }, { crypto }, request) {
  const form = new URLSearchParams(request.rawBody);
  const given = form.get('signature');
  form.delete('signature');
  form.sort();
  const expected = crypto.createHash('md5').update(form.toString() + secret).digest('hex');
  await new Promise((resolve) => setTimeout(resolve, 10));
  console.log([...form.keys()].join(), form.getAll('item').length);
  return given === expected;
}
