// Runs steps one after the other, and writes a line for each. Uses nothing of Node: it also runs in workerd and in a bundle for React Native.
function equal(actual, expected) {
  const [one, other] = [JSON.stringify(actual), JSON.stringify(expected)];
  if (one !== other) throw new Error(`${one} instead of ${other}`);
}

const rejection = (promise) =>
  promise.then(
    () => {
      throw new Error('It was not rejected.');
    },
    (error) => error,
  );

/** One line of text, as a stack would hide which step it belongs to. */
const textOf = (error) => String(error).replace(/\s+/g, ' ');

async function runSteps(steps) {
  const lines = [];
  for (const name of Object.keys(steps)) {
    try {
      await steps[name]();
      lines.push(`ok ${name}`);
    } catch (error) {
      lines.push(`FAILED ${name} :: ${textOf(error)}`);
    }
  }
  return lines;
}

module.exports = { equal, rejection, runSteps, textOf };
