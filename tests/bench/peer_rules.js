// peer_rules.js FACTS: 62 rules of json-rules-engine over the facts of each draft; prints milliseconds for a draft.
const { Engine } = require("json-rules-engine");
const facts = JSON.parse(require("fs").readFileSync(process.argv[2], "utf8"));

(async () => {
  const engine = new Engine();
  for (const id of Object.keys(facts[0]))
    engine.addRule({
      conditions: { all: [{ fact: id, operator: "greaterThanInclusive", value: 3 }] },
      event: { type: id },
    });
  for (const one of facts) await engine.run(one); // once to warm it up
  const start = process.hrtime.bigint();
  for (let i = 0; i < 20; i++) for (const one of facts) await engine.run(one);
  console.log(Number(process.hrtime.bigint() - start) / 1e6 / (20 * facts.length));
})();
