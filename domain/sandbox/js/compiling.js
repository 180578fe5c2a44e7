// Customers' text as a function: whatever style it is written in, one function comes out that finds what to call.
// Leaves out running it.
(() => {
  'use strict';
  const world = __world;
  const AsyncFunction = (async () => {}).constructor;
  const Plain = Function;
  const NAMES = ['parameters', 'libraries', 'request', 'require', 'module', 'exports'];
  const USUAL = ['yourFunction', 'handler', 'handle', 'verify', 'main'];
  const DECLARED = /^(?:async\s+)?function\s*\*?\s+([A-Za-z_$][\w$]*)/gm;
  const NAMED = /^(?:const|let|var)\s+([A-Za-z_$][\w$]*)\s*=\s*(?:async\s*)?(?:function\b|\(|[A-Za-z_$][\w$]*\s*=>)/gm;
  const IMPORT = /^import\s+(?:\*\s+as\s+)?([\w$]+|\{[^}]*\})\s+from\s+(['"][^'"\n]+['"])/gm;
  const EXPORT_DEFAULT = /^export\s+default\b/gm;
  const EXPORT = /^export\s+(?=(?:async\s+)?function\b|const\b|let\b|class\b)/gm;

  // Line breaks stay where they are, so that lines in errors are the customer's.
  function asCommonJs(text) {
    return text
      .replace(IMPORT, (_, names, module) => `const ${names.replace(/\bas\b/g, ':')} = require(${module})`)
      .replace(EXPORT_DEFAULT, 'module.exports =')
      .replace(EXPORT, '');
  }

  // Where a return must not stand, only code without one can be compiled.
  function hasReturn(text) {
    try {
      Plain(`class Probe { static {\n${text}\n} }`);
      return false;
    } catch {
      return true;
    }
  }

  // What the text may call the function that is meant, likelier first. Code that returns by itself and forgets to on
  // some path must not end as one of its own helpers says.
  function candidates(text) {
    if (hasReturn(text)) {
      return USUAL.slice(0, 1);
    }
    const named = (pattern) => [...text.matchAll(pattern)].map((match) => match[1]).reverse();
    return [...new Set([...USUAL, ...named(DECLARED), ...named(NAMED)])];
  }

  // Throws SyntaxError. The text begins on the line after the wrapper's, so that columns are the customer's too.
  world.compile = (code) => {
    const text = asCommonJs(code);
    try {
      // one function, an arrow, an assignment to module.exports
      return new AsyncFunction(...NAMES, `return (\n${text.replace(/[;\s]+$/, '')}\n)`);
    } catch {
      const found = candidates(text)
        .map((name) => `typeof ${name} === 'function' ? ${name} : `)
        .join('');
      // in a block, its own names may be those of our parameters
      return new AsyncFunction(...NAMES, `{\n${text}\n;return ${found}undefined}`);
    }
  };
  world.LINES_BEFORE = 3; // the engine's two and ours

  function exported(all) {
    if (typeof all === 'function') {
      return all;
    }
    const functions = Object.values(all ?? {}).filter((one) => typeof one === 'function');
    return [...USUAL, 'default'].map((name) => all?.[name]).find((one) => typeof one === 'function') ?? functions[0];
  }

  // What to call, of what the text gave: what it exported, or the function that it is or declares.
  world.entry = (value, exports) => {
    if (value !== undefined && value !== exports && typeof value !== 'function') {
      return undefined;
    }
    return exported(exports) ?? (typeof value === 'function' ? value : undefined);
  };
})();
