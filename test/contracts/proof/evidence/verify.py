"""A second, independent verifier of wattledger-evidence/1, written from contracts/proof/README.md.

python verify.py TRUST FILE...   prints for each file, one a line: proven, practice, unpinned or refused, and why.

Beside the standard library it needs a Keccak-256 (pycryptodome) and a secp256k1 (coincurve). TRUST may be "-": none.
"""

import json
import re
import sys
from fractions import Fraction
from pathlib import Path

from Crypto.Hash import keccak as _keccak
from coincurve import PublicKey


class Refused(Exception):
    pass


def refuse_unless(holds, why):
    if not holds:
        raise Refused(why)


def keccak(data):
    return _keccak.new(digest_bits=256, data=data).digest()


# ---------------------------------------------------------------------------------------------------- the file


def of_shape(value, shape, where):
    """Exactly this shape: a dict of members in order, [shape] for a list, a pattern for text, a range for a number."""
    if isinstance(shape, dict):
        refuse_unless(isinstance(value, dict) and list(value) == list(shape), f"{where}: members")
        for name, inner in shape.items():
            of_shape(value[name], inner, f"{where}.{name}")
    elif isinstance(shape, list):
        refuse_unless(isinstance(value, list), f"{where}: no list")
        for i, each in enumerate(value):
            of_shape(each, shape[0], f"{where}.{i}")
    elif isinstance(shape, range):
        refuse_unless(type(value) is int and value in shape, f"{where}: no number in range")
    elif isinstance(shape, tuple):
        refuse_unless(value in shape, f"{where}: not one of {shape}")
    else:
        refuse_unless(isinstance(value, str) and re.fullmatch(shape, value), f"{where}: text")


SOURCES = Path(__file__).resolve().parents[4] / "contracts" / "events"
SIGNATURES = dict(re.findall(r"\n  (\w+):\s+'(\w+\(.*\))',", (SOURCES / "signatures.ts").read_text()))
TOPICS = {name: keccak(text.encode()) for name, text in SIGNATURES.items()}
EVENTS = tuple(SIGNATURES)

HEX20, HEX32, BYTES = r"0x[0-9a-f]{40}", r"0x[0-9a-f]{64}", r"0x(?:[0-9a-f]{2})*"
SIGNERS = [{"party": ("board", "consumer", "regulator"), "address": HEX20}]
ENTRIES = [{"event": EVENTS, "data": BYTES}]
EVIDENCE = {
    "format": ("wattledger-evidence/1",),
    "chain": {
        "chainId": range(1, 2**53),
        "genesisHash": HEX32,
        "contract": HEX20,
        "codeHash": HEX32,
        "signers": SIGNERS,
    },
    "account": HEX32,
    "bill": None,
    "entries": ENTRIES,
    "later": [{"event": EVENTS, "hash": HEX32}],
    "categories": [{"category": range(1, 65536), "entries": ENTRIES}],
    "proof": {"contract": [BYTES], "head": [BYTES], "standing": [BYTES], "categories": [[BYTES]]},
    "headers": [BYTES],
}


def read(text):
    try:
        evidence = json.loads(text)
    except (ValueError, RecursionError) as error:
        raise Refused("no JSON") from error
    refuse_unless(isinstance(evidence, dict), "no object")
    bill = evidence.get("bill")
    of_shape(evidence, {**EVIDENCE, "bill": (None,) if bill is None else range(1, 2**32)}, "it")
    refuse_unless(len(evidence["headers"]) > 0, "no header")
    written = json.dumps(evidence, separators=(",", ":"), ensure_ascii=False)
    refuse_unless(written == text, "not in its one form")
    return evidence


def unhex(text):
    return bytes.fromhex(text[2:])


# ------------------------------------------------------------------------------------------------------- RLP


def rlp_item(data, at):
    """The item at `at`: its bytes, or a list of items; and where the next begins."""
    refuse_unless(at < len(data), "RLP: cut")
    first = data[at]
    if first < 0x80:
        return data[at : at + 1], at + 1
    is_list = first >= 0xC0
    base = 0xC0 if is_list else 0x80
    size = first - base
    at += 1
    if size > 55:
        digits = size - 55
        refuse_unless(at + digits <= len(data) and data[at] != 0, "RLP: length")
        size = int.from_bytes(data[at : at + digits], "big")
        at += digits
        refuse_unless(size > 55, "RLP: length")
    end = at + size
    refuse_unless(end <= len(data), "RLP: cut")
    if not is_list:
        refuse_unless(not (size == 1 and data[at] < 0x80), "RLP: prefix")
        return data[at:end], end
    items = []
    while at < end:
        item, at = rlp_item(data, at)
        items.append(item)
    refuse_unless(at == end, "RLP: list")
    return items, end


def rlp(data):
    try:
        item, end = rlp_item(data, 0)
    except RecursionError as error:
        raise Refused("RLP: too deep") from error
    refuse_unless(end == len(data), "RLP: more than an item")
    return item


def encode(item):
    if isinstance(item, list):
        payload, base = b"".join(map(encode, item)), 0xC0
    elif len(item) == 1 and item[0] < 0x80:
        return item
    else:
        payload, base = item, 0x80
    if len(payload) < 56:
        return bytes([base + len(payload)]) + payload
    digits = len(payload).to_bytes((len(payload).bit_length() + 7) // 8, "big")
    return bytes([base + 55 + len(digits)]) + digits + payload


def number(item):
    refuse_unless(isinstance(item, bytes) and item[:1] != b"\0", "RLP: number")
    return int.from_bytes(item, "big")


# ------------------------------------------------------------------------------------------------------ seals

HALF_ORDER = 0x7FFFFFFFFFFFFFFFFFFFFFFFFFFFFFFF5D576E7357A4501DDFE92F46681B20A0
LENGTHS = (32, 32, 20, 32, 32, 32, 256, None, None, None, None, None, -1, 32, 8)


def read_header(raw):
    fields = rlp(raw)
    refuse_unless(isinstance(fields, list) and len(fields) == 15, "no header")
    for field, length in zip(fields, LENGTHS):
        refuse_unless(isinstance(field, bytes), "no header")
        if length is None:
            number(field)
        elif length >= 0:
            refuse_unless(len(field) == length, "no header")
    return fields


def sealer(fields):
    extra = fields[12]
    refuse_unless(len(extra) >= 97, "no seal")
    seal = extra[-65:]
    refuse_unless(seal[64] in (0, 1), "no seal")
    refuse_unless(int.from_bytes(seal[32:64], "big") <= HALF_ORDER, "no seal")
    hashed = keccak(encode([*fields[:12], extra[:-65], *fields[13:]]))
    try:
        key = PublicKey.from_signature_and_message(seal, hashed, hasher=None)
    except ValueError as error:
        raise Refused("no seal") from error
    return keccak(key.format(compressed=False)[1:])[12:]


def read_seals(raws, signers):
    headers = [read_header(raw) for raw in raws]
    for before, raw, after in zip(headers, raws, headers[1:]):
        follows = number(after[8]) == number(before[8]) + 1 and after[0] == keccak(raw)
        refuse_unless(follows, "headers are not linked")
    addresses = [unhex(signer["address"]) for signer in signers]
    refuse_unless(addresses == sorted(set(addresses)), "signers: order")
    refuse_unless(len({signer["party"] for signer in signers}) == len(signers), "signers: parties")
    if signers:
        sealers = [sealer(fields) for fields in headers]
        for i, (fields, by) in enumerate(zip(headers, sealers)):
            block = number(fields[8])
            refuse_unless(by in addresses, "sealed by a stranger")
            refuse_unless(i == 0 or sealers[i - 1] != by, "sealed twice")
            is_turn = addresses[block % len(addresses)] == by
            refuse_unless(number(fields[7]) == (2 if is_turn else 1), "out of turn")
            refuse_unless(not any(fields[2]), "votes")
            listed = b"".join(addresses) if block % 30000 == 0 else b""
            refuse_unless(fields[12][32:-65] == listed, "lists other signers")
        refuse_unless(len(set(sealers)) >= len(signers) // 2 + 1, "too few parties")
    return headers


def signers_at(trust, block):
    signers = trust["signers"]
    for change in trust["signerChanges"]:
        if change["block"] <= block:
            signers = change["signers"]
    return sorted(signers, key=lambda signer: signer["address"])


def check_trust(chain, headers, trust):
    for member in ("chainId", "genesisHash", "contract", "codeHash"):
        refuse_unless(chain[member] == trust[member], f"another chain: {member}")
    for fields in (headers[0], headers[-1]):
        same = chain["signers"] == signers_at(trust, number(fields[8]))
        refuse_unless(same, "other signers than trusted")
    refuse_unless(number(headers[0][8]) >= trust["minimumBlock"], "too old")


# ------------------------------------------------------------------------------------------------------ state

EMPTY_ROOT = keccak(b"\x80")


def nibbles(data):
    return [nibble for byte in data for nibble in (byte >> 4, byte & 15)]


def proven(root, key, nodes):
    """The value at keccak(key) below `root`, or None if the nodes prove that there is none."""
    if root == EMPTY_ROOT:
        refuse_unless(not nodes, "proof: nodes of an empty trie")
        return None
    path = nibbles(keccak(key))
    named = root
    for i, raw in enumerate(nodes):
        refuse_unless(keccak(raw) == named, "proof: hash")
        node = rlp(raw)
        while True:
            ended, value, child, path = descend(node, path)
            if ended:
                refuse_unless(i == len(nodes) - 1, "proof: nodes too many")
                return value
            if isinstance(child, bytes):
                named = child
                break
            node = child
    raise Refused("proof: cut")


def descend(node, path):
    refuse_unless(isinstance(node, list) and len(node) in (2, 17), "proof: node")
    if len(node) == 17:
        if not path:
            refuse_unless(isinstance(node[16], bytes), "proof: value")
            return True, node[16] or None, None, path
        return step(node[path[0]], path[1:])
    refuse_unless(isinstance(node[0], bytes) and node[0], "proof: path")
    own = nibbles(node[0])
    flag = own[0]
    refuse_unless(flag <= 3 and (flag & 1 or own[1] == 0), "proof: path")
    own = own[1:] if flag & 1 else own[2:]
    if flag >= 2:
        if own != path:
            return True, None, None, path
        refuse_unless(isinstance(node[1], bytes) and node[1], "proof: value")
        return True, node[1], None, path
    refuse_unless(own, "proof: path")
    if path[: len(own)] != own:
        return True, None, None, path
    ended, value, child, rest = step(node[1], path[len(own) :])
    refuse_unless(not ended, "proof: extends to nothing")
    return ended, value, child, rest


def step(child, path):
    if isinstance(child, bytes):
        refuse_unless(len(child) in (0, 32), "proof: child")
        return (True, None, None, path) if not child else (False, None, child, path)
    refuse_unless(len(encode(child)) < 32, "proof: child")
    return False, None, child, path


def slot_value(storage_root, slot, nodes):
    value = proven(storage_root, slot, nodes)
    if value is None:
        return bytes(32)
    content = rlp(value)
    good = isinstance(content, bytes) and 0 < len(content) <= 32 and content[0] != 0
    refuse_unless(good, "proof: no word")
    return content.rjust(32, b"\0")


def word(value):
    return value.to_bytes(32, "big")


def read_state(evidence, state_root):
    def nodes(name):
        return [unhex(node) for node in evidence["proof"][name]]

    chain = evidence["chain"]
    account = proven(state_root, unhex(chain["contract"]), nodes("contract"))
    refuse_unless(account is not None, "no contract there")
    fields = rlp(account)
    refuse_unless(isinstance(fields, list) and len(fields) == 4, "no contract there")
    number(fields[0]), number(fields[1])
    storage_root, code_hash = fields[2:]
    refuse_unless(len(storage_root) == 32 and code_hash == unhex(chain["codeHash"]), "other code")
    place = keccak(unhex(evidence["account"]) + word(1))
    head = slot_value(storage_root, place, nodes("head"))
    after = word((int.from_bytes(place, "big") + 1) % 2**256)
    standing = slot_value(storage_root, after, nodes("standing"))
    proofs = evidence["proof"]["categories"]
    refuse_unless(len(proofs) == len(evidence["categories"]), "proofs of categories")
    heads = {}
    for shown, proof in zip(evidence["categories"], proofs):
        place = keccak(word(shown["category"]) + word(1))
        heads[shown["category"]] = slot_value(storage_root, place, [unhex(node) for node in proof])
    return head, int.from_bytes(standing, "big"), heads


# ----------------------------------------------------------------------------------------------------- events


def layouts():
    text = (SOURCES / "layouts.ts").read_text()
    pairs = r"\['(\w+)', '(\w+)'\]"
    terms = re.findall(pairs, text[text.index("const terms") : text.index("export const layouts")])
    found = {}
    for name in EVENTS:
        start = re.search(rf"\n  {name}: (terms|\[)", text)
        end = text.index("\n  ],", start.start()) if start[1] == "[" else start.end()
        found[name] = terms if start[1] == "terms" else re.findall(pairs, text[start.start() : end])
    return found


def signed_words(name):
    inner = SIGNATURES[name][len(name) + len("(bytes32,uint256,(") : -2]
    inner = re.sub(r"\(([^)]*)\)\[(\d+)\]", lambda m: ",".join([m[1]] * int(m[2])), inner)
    return [kind == "int256" for kind in inner.split(",")]


LAYOUTS = layouts()
BITS = {"uint": 53, "day": 32, "watt": 32, "wh": 64, "perUnit": 32, "bool": 1, "address": 160, "bytes32": 256}


def decode(name, data):
    layout = LAYOUTS[name]
    refuse_unless(len(data) == 32 * len(layout), f"{name}: length")
    fields = {}
    for i, ((field, kind), signed) in enumerate(zip(layout, signed_words(name))):
        value = int.from_bytes(data[32 * i : 32 * i + 32], "big", signed=signed)
        bits = BITS.get(kind, 64 if signed else 63)
        low, high = (-(2 ** (bits - 1)), 2 ** (bits - 1)) if signed else (0, 2**bits)
        refuse_unless(low <= value < high, f"{name}.{field}: {value}")
        fields[field] = value
    return fields


def read_history(entries, later=()):
    """The events, and the head that all of them come to."""
    head, seq, events = bytes(32), 0, []
    for entry in entries:
        seq += 1
        data = unhex(entry["data"])
        head = keccak(head + TOPICS[entry["event"]] + word(seq) + keccak(data))
        events.append((seq, entry["event"], decode(entry["event"], data)))
    for entry in later:
        seq += 1
        head = keccak(head + TOPICS[entry["event"]] + word(seq) + unhex(entry["hash"]))
    return events, head


# ------------------------------------------------------------------------------------------------------ rules


def half_up(value):
    """Half away from zero."""
    whole = (abs(value) * 2 + 1) // 2
    return int(whole if value >= 0 else -whole)


def tariffs_of(events):
    tariffs = {}
    for _, name, fields in events:
        refuse_unless(name in ("RateSet", "RateWithdrawn"), f"{name} in a category")
        if name == "RateSet":
            tariffs[fields["tariff"]] = fields
        else:
            tariffs.pop(fields["tariff"], None)
    return list(tariffs.values())


def months_of(tariff, days, of_days):
    if tariff["basis"] == 1:
        return Fraction(days, 30)
    n = (24 * of_days + 365) // 730
    if n >= 1 and abs(12 * of_days - 365 * n) <= 66:
        return Fraction(n * days, of_days)
    return Fraction(12 * days, 365)


def charge_part(tariff, load, wh, days, of_days):
    months = months_of(tariff, days, of_days)
    energy = fuel = subsidy = 0
    left, below = wh, 0
    for i in range(1, tariff["slabCount"] + 1):
        slab = {member: tariff[f"slab{i}{member}"] for member in ("UpTo", "Rate", "Fuel", "Subsidy")}
        is_last = i == tariff["slabCount"]
        limit = None if is_last else int(slab["UpTo"] * months)
        used = left if is_last else min(left, max(0, limit - below))
        left -= used
        below = below if is_last else max(below, limit)
        energy += half_up(Fraction(used * slab["Rate"], 10**6))
        fuel += half_up(Fraction(used * slab["Fuel"], 10**6))
        subsidy += half_up(Fraction(used * slab["Subsidy"], 10**6))
    fixed = half_up(tariff["fixedPerKW"] * load * months / 1000)
    fixed += half_up(tariff["fixedPerConnection"] * months)
    mask = tariff["dutyBase"]
    base = max(
        0,
        (energy if mask & 1 else 0)
        + (fixed if mask & 2 else 0)
        + (fuel if mask & 4 else 0)
        - (subsidy if mask & 8 else 0),
    )
    duty = half_up(Fraction(tariff["dutyRate"] * base, 10**4))
    duty += half_up(Fraction(wh * tariff["dutyPerUnit"], 10**6))
    charge = energy + fixed + fuel + duty - subsidy
    return dict(
        energy=energy, fixedCharge=fixed, fuel=fuel, duty=duty, subsidy=subsidy, charge=charge
    )


class Account:
    """The account as its entries make it; anything that contradicts the rules is refused."""

    def __init__(self, tariffs):
        self.tariffs = tariffs
        self.terms, self.bills, self.real, self.credits = [], [], [], []
        self.receipts, self.disputes, self.asks, self.held = {}, {}, {}, {}
        self.seq = self.balance = self.register = self.real_day = self.carried = 0
        self.meter = self.proposal = self.open = self.loose = None
        self.awaited, self.estimates = [], []
        self.replaced = self.closed = self.pending = False
        self.first_of_meter = True

    def same(self, what, recorded, expected):
        refuse_unless(recorded == expected, f"entry {self.seq}: {what} {recorded}, not {expected}")

    def take(self, seq, name, fields):
        self.seq = seq
        if name != "ChargeApplied":
            self.same("charges missing", len(self.awaited), 0)
            refuse_unless(self.open is None or name == "BillIssued", f"entry {seq}: no bill")
            if name != "ConsumptionRevised":
                self.end_row()
        act = getattr(self, name, None)
        refuse_unless(act is not None, f"entry {seq}: {name} in an account")
        act(fields)

    def end(self):
        self.same("charges missing", len(self.awaited), 0)
        refuse_unless(self.open is None, "no bill at the end")
        self.end_row()

    def end_row(self):
        if self.loose is not None:
            last, after = self.real[self.loose], self.real[self.loose + 1 : self.loose + 2]
            self.loose = None
            if after and not after[0]["first"]:
                self.same("register after a correction", after[0]["previous"], last["present"])

    def terms_on(self, day):
        found = [terms for terms in self.terms if terms["firstDay"] <= day]
        refuse_unless(found, f"entry {self.seq}: no terms")
        return found[-1]

    def tariff_on(self, category, day):
        found = [t for t in self.tariffs if t["category"] == category and t["effectiveFrom"] <= day]
        refuse_unless(found, f"entry {self.seq}: no tariff")
        return max(found, key=lambda tariff: tariff["effectiveFrom"])

    def in_force(self, day):
        terms = self.terms_on(day)
        return terms, self.tariff_on(terms["category"], day)

    def units(self, previous, present, rollover, multiplier, modulus, carried):
        turned = present < previous
        self.same("rollover", bool(rollover), turned)
        return carried + (present + (modulus if turned else 0) - previous) * multiplier

    def derive(self, reading, estimates):
        start, end = reading["start"], reading["end"]
        wh = self.units(*(reading[m] for m in ("previous", "present", "rollover", "multiplier", "modulus", "carried")))
        days = end - start
        terms = self.terms_on(end - 1)
        refuse_unless(days > 0 or (days == 0 and terms["cycle"] == 0), "no days")
        if reading["rollover"]:
            limit = terms["load"] * 24 * (days + 1)
            refuse_unless(wh - reading["carried"] <= limit, "rollover too large")
        changes = {each["firstDay"] for each in self.terms}
        for tariff in self.tariffs:
            day = tariff["effectiveFrom"]
            agreed = [each for each in self.terms if each["firstDay"] <= day]
            if agreed and agreed[-1]["category"] == tariff["category"]:
                changes.add(day)
        bounds = [start, *sorted(day for day in changes if start < day < end), end]
        parts, charged = [], 0
        for first, until in zip(bounds, bounds[1:]):
            upto = wh if until == end else wh * (until - start) // days
            terms, tariff = self.in_force(first if until > first else first - 1)
            refuse_unless(terms["cycle"] != 0 or tariff["slabCount"] == 1, "session: slabs")
            part = dict(
                firstDay=first,
                numberOfDays=until - first,
                wh=upto - charged,
                tariff=tariff["tariff"],
                load=terms["load"],
            )
            part.update(charge_part(tariff, terms["load"], part["wh"], until - first, days))
            parts.append(part)
            charged = upto
        gross = sum(part["charge"] for part in parts)
        unit = self.in_force(end - 1)[1]["roundTo"]
        already = sum(amount for _, amount in estimates)

        def rounded(total):
            return half_up(Fraction(total - already, unit)) * unit

        return wh, parts, gross, already, rounded

    def post(self, amount, fields):
        self.balance += amount
        self.same("balance", fields["balance"], self.balance)

    # entries

    def AgreementProposed(self, fields):
        self.same("terms", fields["termsHash"], terms_hash(fields))
        self.proposal = fields["termsHash"]

    def AgreementAccepted(self, fields):
        self.same("terms", fields["termsHash"], terms_hash(fields))
        self.same("terms accepted", fields["termsHash"], self.proposal)
        self.proposal = None
        if not self.terms:
            self.real_day = fields["firstDay"]
        self.terms.append(fields)

    def MeterInstalled(self, fields):
        if self.meter is not None:
            carried = self.units(
                self.register,
                fields["closing"],
                fields["rollover"],
                self.meter["multiplier"],
                self.meter["modulus"],
                self.carried,
            )
            self.same("carried", fields["carried"], carried)
            self.replaced = True
        self.meter, self.carried, self.register = fields, fields["carried"], fields["register"]
        self.first_of_meter = self.pending = True

    def ConsumptionRecorded(self, fields):
        refuse_unless(self.meter is not None, "no meter")
        self.same("bill", fields["bill"], len(self.bills) + 1)
        self.same("meter", fields["meter"], self.meter["meter"])
        self.same("factor", fields["multiplier"], self.meter["multiplier"])
        self.same("previous", fields["previous"], self.register)
        self.same("carried", fields["carried"], self.carried)
        self.same("start", fields["start"], self.real_day)
        reading = {**fields, "modulus": self.meter["modulus"]}
        derived = self.derive(reading, self.estimates)
        self.same("units", fields["wh"], derived[0])
        self.open = (reading, derived)
        self.awaited = [(fields["bill"], 0, part) for part in derived[1]]

    def ChargeApplied(self, fields):
        refuse_unless(self.awaited, f"entry {self.seq}: a charge too many")
        bill, revision, part = self.awaited.pop(0)
        self.same("charge", fields, {"bill": bill, "revision": revision, **part})

    def BillIssued(self, fields):
        refuse_unless(self.open is not None, f"entry {self.seq}: a bill without reading")
        reading, (_, _, gross, already, rounded) = self.open
        self.open = None
        number, amount = fields["number"], rounded(gross)
        expected = dict(
            number=reading["bill"],
            start=reading["start"],
            end=reading["end"],
            gross=gross,
            alreadyCharged=already,
            rounding=amount - (gross - already),
            amount=amount,
            dueDay=fields["dueDay"],
            balance=self.balance + amount,
        )
        self.same("bill", fields, expected)
        self.post(amount, fields)
        self.asks[number] = amount
        estimated = reading["kind"] == 2
        self.bills.append((number, estimated, self.seq))
        if estimated:
            self.estimates = [*self.estimates, (number, amount)]
            self.pending = True
            return
        self.real.append(
            {**reading, "revision": 0, "gross": gross, "estimates": self.estimates, "first": self.first_of_meter}
        )
        self.estimates = []
        self.first_of_meter = self.replaced = self.pending = False
        self.carried, self.real_day, self.register = 0, reading["end"], reading["present"]
        self.closed = reading["kind"] == 3

    def ConsumptionRevised(self, fields):
        place = next((i for i, each in enumerate(self.real) if each["bill"] == fields["bill"]), None)
        refuse_unless(place is not None, f"entry {self.seq}: corrects no real reading")
        real = self.real[place]
        if self.loose is not None and self.loose != place - 1:
            self.end_row()
        previous = real["previous"] if real["first"] or place == 0 else self.real[place - 1]["present"]
        self.same("revision", fields["revision"], real["revision"] + 1)
        self.same("previous", fields["previous"], previous)
        self.same("gross before", fields["grossBefore"], real["gross"])
        is_last = place == len(self.real) - 1
        ends = self.replaced if is_last else self.real[place + 1]["first"]
        refuse_unless(not ends or fields["present"] == real["present"], "moves a meter's last register")
        restated = {**real, **{m: fields[m] for m in ("previous", "present", "rollover")}}
        wh, parts, gross, _, rounded = self.derive(restated, real["estimates"])
        self.same("units", fields["wh"], wh)
        self.same("gross after", fields["grossAfter"], gross)
        self.same("difference", fields["difference"], rounded(gross) - rounded(real["gross"]))
        self.post(fields["difference"], fields)
        self.asks[fields["bill"]] += fields["difference"]
        real.update(restated, revision=fields["revision"], gross=gross)
        self.awaited = [(fields["bill"], fields["revision"], part) for part in parts]
        self.loose = place
        if is_last and not self.replaced:
            self.register = fields["present"]

    def PaymentMade(self, fields):
        if fields["channel"] != 0:
            self.receipts[fields["receiptReference"]] = fields
        self.credits.append((self.seq, fields["amount"], fields["receiptReference"]))
        self.post(-fields["amount"], fields)

    def PaymentReversed(self, fields):
        receipt = self.receipts.pop(fields["receiptReference"], None)
        refuse_unless(receipt is not None, f"entry {self.seq}: reverses nothing")
        self.same("amount", fields["amount"], receipt["amount"])
        self.same("channel", fields["channel"], receipt["channel"])
        self.credits = [each for each in self.credits if each[2] != fields["receiptReference"]]
        self.post(fields["amount"], fields)

    def AdjustmentPosted(self, fields):
        bill, amount = fields["bill"], fields["amount"]
        refuse_unless(bill <= len(self.bills), f"entry {self.seq}: no such bill")
        if amount > 0:
            self.asks[bill] = self.asks.get(bill, 0) + amount
        else:
            self.credits.append((self.seq, -amount, None))
        self.post(amount, fields)

    def BillDisputed(self, fields):
        refuse_unless(0 < fields["bill"] <= len(self.bills), f"entry {self.seq}: no such bill")
        self.disputes[fields["bill"]] = None

    def DisputeResolved(self, fields):
        refuse_unless(self.disputes.get(fields["bill"], 0) is None, f"entry {self.seq}: no dispute")
        self.disputes[fields["bill"]] = fields["outcome"]

    def has_open_dispute(self):
        return None in self.disputes.values()

    def settled_by(self, bill):
        """The entry that paid the last of the bill; 0 if nothing had to be paid, None if something is left. Holds where
        no dispute is open: credits fill the bills in order of their numbers."""
        credits = sorted(
            [(seq, amount) for seq, amount, _ in self.credits]
            + [(seq, -self.asks[number]) for number, _, seq in self.bills if self.asks[number] < 0]
        )
        before = sum(max(0, asks) for number, asks in self.asks.items() if number < bill)
        wanted = before + max(0, self.asks[bill])
        if self.asks[bill] <= 0:
            return 0
        total = 0
        for seq, amount in credits:
            total += amount
            if total >= wanted:
                return seq
        return None

    def standing(self):
        return dict(
            seq=self.seq,
            balance=self.balance,
            register=self.register,
            realDay=self.real_day,
            bills=len(self.bills),
            terms=len(self.terms),
            estimates=len(self.estimates),
            closed=int(self.closed),
            pending=int(self.pending),
        )


TERMS = ("category", "load", "cycle", "instalments", "daysToPay", "firstDay", "consumerKey")


def terms_hash(fields):
    return int.from_bytes(keccak(b"".join(word(fields[member]) for member in TERMS)), "big")


# --------------------------------------------------------------------------------------------------- verdict

ORDINARY = {
    "AgreementProposed",
    "AgreementAccepted",
    "MeterInstalled",
    "ConsumptionRecorded",
    "ChargeApplied",
    "BillIssued",
    "PaymentMade",
}
WIDTHS = (
    ("seq", 32),
    ("balance", 64),
    ("register", 64),
    ("realDay", 32),
    ("bills", 32),
    ("terms", 16),
    ("estimates", 2),
    ("closed", 1),
    ("pending", 1),
)


def unpack(packed):
    standing = {}
    for member, bits in WIDTHS:
        standing[member] = packed & (2**bits - 1)
        packed >>= bits
    if standing["balance"] >= 2**63:
        standing["balance"] -= 2**64
    return standing


def check_scope(bill, later, events, account):
    names = [name for _, name, _ in events]
    if bill is None:
        refuse_unless(not later, "a whole account hides entries")
        return
    issued = [seq for seq, name, fields in events if name == "BillIssued" and fields["number"] == bill]
    refuse_unless(issued, "no such bill")
    settled = account.settled_by(bill)
    needed = len(events)
    if settled is not None and not account.has_open_dispute():
        other = max((i + 1 for i, name in enumerate(names) if name not in ORDINARY), default=0)
        needed = max(issued[0], other)
        while needed < len(events) and names[needed] == "ChargeApplied" and events[needed][2]["revision"] > 0:
            needed += 1
        needed = max(needed, settled)
    else:
        refuse_unless(not later, "hides what may change the bill")
    refuse_unless(needed == len(events), "shows more than the bill needs")
    refuse_unless(all(entry["event"] in ORDINARY for entry in later), "hides what may change the bill")


def check_standing(later, account, packed):
    expected, proven_standing = account.standing(), unpack(packed)
    if not later:
        refuse_unless(expected == proven_standing, f"standing {expected}, proven {proven_standing}")
        return

    def count(name):
        return sum(entry["event"] == name for entry in later)

    for member, more in (
        ("seq", len(later)),
        ("bills", count("BillIssued")),
        ("terms", count("AgreementAccepted")),
    ):
        refuse_unless(expected[member] + more == proven_standing[member], f"standing: {member}")


def verify(text, trust):
    evidence = read(text)
    chain, account_id = evidence["chain"], int(evidence["account"], 16)
    headers = read_seals([unhex(raw) for raw in evidence["headers"]], chain["signers"])
    if trust is not None:
        check_trust(chain, headers, trust)
    refuse_unless(account_id > 65535, "no consumer's account")
    head, standing, heads = read_state(evidence, headers[0][3])
    later = evidence["later"]
    events, own_head = read_history(evidence["entries"], later)
    refuse_unless(own_head == head, "head of the account")
    tariffs = []
    for shown in evidence["categories"]:
        of_category, category_head = read_history(shown["entries"])
        refuse_unless(category_head == heads[shown["category"]], "head of a category")
        tariffs.extend(tariffs_of(of_category))
    agreed = {fields["category"] for _, name, fields in events if name == "AgreementAccepted"}
    shown = [each["category"] for each in evidence["categories"]]
    refuse_unless(shown == sorted(agreed), "categories")
    account = Account(tariffs)
    for event in events:
        account.take(*event)
    account.end()
    check_scope(evidence["bill"], later, events, account)
    check_standing(later, account, standing)
    if not chain["signers"]:
        return "practice"
    return "unpinned" if trust is None else "proven"


def main(trust_file, files):
    trust = None if trust_file == "-" else json.loads(Path(trust_file).read_text())
    for file in files:
        try:
            print(verify(Path(file).read_bytes().decode("utf-8"), trust))
        except (Refused, UnicodeDecodeError) as refusal:
            print(f"refused: {refusal}")


if __name__ == "__main__":
    main(sys.argv[1], sys.argv[2:])
