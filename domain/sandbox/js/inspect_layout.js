// How shown values are laid out as Node lays them out: quotes, escapes, one line or several, columns.
// Leaves out reading the values. Uses nothing that customers' code could have replaced.
(() => {
  'use strict';
  const world = __world;
  const { free } = world.kinds;
  const slice = free(String.prototype.slice);
  const includes = free(String.prototype.includes);
  const codeAt = free(String.prototype.charCodeAt);
  const repeat = free(String.prototype.repeat);
  const padStart = free(String.prototype.padStart);
  const padEnd = free(String.prototype.padEnd);
  const indexOf = free(String.prototype.indexOf);
  const hex = free(Number.prototype.toString);
  const upper = free(String.prototype.toUpperCase);
  const { floor, max, min, round, sqrt } = Math;
  const NAMED = { '8': '\\b', '9': '\\t', '10': '\\n', '12': '\\f', '13': '\\r', '92': '\\\\', '__proto__': null };
  const MOST_COLUMNS = 15;

  function isLoneSurrogate(text, index, code) {
    if (code < 0xd800 || code > 0xdfff) {
      return false;
    }
    const isHigh = code < 0xdc00;
    const other = codeAt(text, isHigh ? index + 1 : index - 1);
    return isHigh ? !(other >= 0xdc00 && other <= 0xdfff) : !(other >= 0xd800 && other < 0xdc00);
  }

  function escapedCode(text, index, quote) {
    const code = codeAt(text, index);
    if (NAMED[code] !== undefined) {
      return NAMED[code];
    }
    if (code === quote) {
      return `\\${text[index]}`;
    }
    if (code < 32 || (code >= 127 && code < 160)) {
      return `\\x${upper(padStart(hex(code, 16), 2, '0'))}`;
    }
    return isLoneSurrogate(text, index, code) ? `\\u${upper(hex(code, 16))}` : undefined;
  }

  // Single quotes, or those that need no escape.
  function quoted(text) {
    let quote = "'";
    if (includes(text, "'")) {
      if (!includes(text, '"')) {
        quote = '"';
      } else if (!includes(text, '`') && !includes(text, '${')) {
        quote = '`';
      }
    }
    const code = codeAt(quote, 0);
    let [shown, from] = [quote, 0];
    for (let index = 0; index < text.length; index += 1) {
      const escaped = escapedCode(text, index, code);
      if (escaped !== undefined) {
        shown += slice(text, from, index) + escaped;
        from = index + 1;
      }
    }
    return shown + slice(text, from) + quote;
  }

  function joined(parts, separator) {
    let text = '';
    for (let index = 0; index < parts.length; index += 1) {
      text += index === 0 ? parts[index] : separator + parts[index];
    }
    return text;
  }

  // The lines of a text, each with its line break.
  function linesOf(text) {
    const lines = [];
    let from = 0;
    for (let at = indexOf(text, '\n'); at >= 0; at = indexOf(text, '\n', from)) {
      lines[lines.length] = slice(text, from, at + 1);
      from = at + 1;
    }
    if (from < text.length) {
      lines[lines.length] = slice(text, from);
    }
    return lines;
  }

  // Every line but the first moved to the right.
  function indented(text, by) {
    return joined(linesOf(text), repeat(' ', by));
  }

  // A long text of several lines is a sum of them.
  function string(text, context) {
    const isCut = text.length > context.maxStringLength;
    const left = text.length - context.maxStringLength;
    const kept = isCut ? slice(text, 0, context.maxStringLength) : text;
    const rest = isCut ? `... ${left} more character${left > 1 ? 's' : ''}` : '';
    if (kept.length > 16 && kept.length > context.breakLength - context.indentation - 4) {
      const lines = linesOf(kept);
      for (let index = 0; index < lines.length; index += 1) {
        lines[index] = quoted(lines[index]);
      }
      return joined(lines, ` +\n${repeat(' ', context.indentation + 2)}`) + rest;
    }
    return quoted(kept) + rest;
  }

  function columnsFor(context, output, lengths, total, longest) {
    const widest = longest + 2;
    if (widest * 3 + context.indentation >= context.breakLength || (total / widest <= 5 && longest > 6)) {
      return 1;
    }
    const biased = max(widest - 3 - sqrt(widest - total / output.length), 1);
    const square = round(sqrt(2.5 * biased * lengths.length) / biased);
    return min(square, floor((context.breakLength - context.indentation) / widest), context.compact * 4, MOST_COLUMNS);
  }

  function row(output, from, to, widths, isNumeric) {
    let text = '';
    for (let index = from; index < to; index += 1) {
      const isLast = index === to - 1;
      const entry = isLast ? output[index] : `${output[index]}, `;
      const width = widths[index - from] + (isLast ? -2 : 0);
      text += isNumeric ? padStart(entry, width) : isLast ? entry : padEnd(entry, width);
    }
    return text;
  }

  // The entries of a long list, put together into rows of equal columns; the last one may say how many are left out.
  function grouped(context, output, hasMore, isNumeric) {
    const count = hasMore ? output.length - 1 : output.length;
    const lengths = [];
    let [total, longest] = [0, 0];
    for (let index = 0; index < count; index += 1) {
      lengths[index] = output[index].length;
      total += lengths[index] + 2;
      longest = max(longest, lengths[index]);
    }
    const columns = columnsFor(context, output, lengths, total, longest);
    if (!(columns > 1)) {
      return output;
    }
    const widths = [];
    for (let index = 0; index < count; index += 1) {
      widths[index % columns] = max(widths[index % columns] ?? 0, lengths[index] + 2);
    }
    const rows = [];
    for (let index = 0; index < count; index += columns) {
      rows[rows.length] = row(output, index, min(index + columns, count), widths, isNumeric);
    }
    if (hasMore) {
      rows[rows.length] = output[count];
    }
    return rows;
  }

  function fits(context, output, start) {
    let length = output.length + start;
    for (let index = 0; index < output.length; index += 1) {
      length += output[index].length;
    }
    return length <= context.breakLength;
  }

  // list: undefined for what is no list, else { hasMore, isNumeric }.
  function laidOut(context, entries, base, open, close, list, depth) {
    const output = list !== undefined && entries.length > 6 ? grouped(context, entries, list.hasMore, list.isNumeric) : entries;
    const start = base === '' ? open : `${base} ${open}`;
    if (context.current - depth < context.compact && output.length === entries.length) {
      const used = output.length + context.indentation + open.length + base.length + 10;
      const line = joined(output, ', ');
      if (fits(context, output, used) && !includes(base, '\n') && !includes(line, '\n')) {
        return `${start} ${line} ${close}`;
      }
    }
    const indent = `\n${repeat(' ', context.indentation)}`;
    return `${start}${indent}  ${joined(output, `,${indent}  `)}${indent}${close}`;
  }

  world.layout = { quoted, string, joined, indented, laidOut };
})();
