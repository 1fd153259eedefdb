// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {AccessControl} from "@openzeppelin/contracts/access/AccessControl.sol";
import {ECDSA} from "@openzeppelin/contracts/utils/cryptography/ECDSA.sol";
import {Accounts, BillMarks, Book, Pending, Slots, Term} from "./Accounts.sol";
import {Charging, Step, Tariff} from "./Charging.sol";
import {EventData} from "./EventData.sol";
import {IBilling} from "./IBilling.sol";

/// @title The ledger
/// @notice Implements IBilling, which says what everything means. No proxy, no owner, no immutable variables: the code
/// on the chain is byte for byte what the source compiles to.
/// @dev Every act opens an account (`Book`), checks, logs into it, and saves it: two slots written.
contract Billing is AccessControl, IBilling {
    using Accounts for Slots;
    using Accounts for Book;

    /// @dev A category's tariffs by first day, each as day << 32 | id.
    struct Category {
        bool hasBilled;
        uint64[] tariffs;
    }

    /// @dev A stretch being charged; below the line what is in force on the day last looked at.
    struct Stretch {
        uint256 bill;
        uint256 revision;
        uint256 start;
        uint256 end;
        uint256 wh;
        int256 gross;
        uint256 roundTo;
        bool isQuiet;
        // in force
        uint256 category;
        uint256 load;
        uint256 cycle;
        uint256 daysToPay;
        uint256 anchor;
        uint256 until;
        uint256 nextAnchor;
    }

    /// @dev The ledger's totals since deployment, paise.
    struct Totals {
        int128 billed;
        int128 adjusted;
        int128 paid;
        uint32 tariffs;
        uint32 closedMonth;
    }

    bytes32 private constant BOARD = keccak256("BOARD");
    bytes32 private constant REGULATOR = keccak256("REGULATOR");
    bytes32 private constant TARIFF = keccak256("TARIFF");
    bytes32 private constant OPERATIONS = keccak256("OPERATIONS");
    bytes32 private constant CASHIER = keccak256("CASHIER");

    bytes32 private constant DOMAIN_TYPE = keccak256(
        "EIP712Domain(string name,string version,uint256 chainId,address verifyingContract)"
    );
    bytes32 private constant READING_TYPE = keccak256(
        "Reading(bytes32 account,uint256 register,uint256 day)"
    );

    uint256 private constant WEI_PER_PAISA = 1e16;
    uint256 private constant ACTUAL = 0;
    uint256 private constant ESTIMATED = 2;
    uint256 private constant FINAL = 3;

    /// @dev Slot 1; AccessControl's roles are slot 0.
    mapping(bytes32 account => Slots) private _slots;
    mapping(uint256 tariff => Tariff) private _tariffs;
    mapping(uint256 category => Category) private _categories;
    /// @dev What a reference was posted for, as a hash; 1 after its reversal.
    mapping(bytes32 receiptReference => bytes32) private _receipts;
    Totals private _totals;
    Totals private _atClosing;
    address payable private _treasury;
    uint64 private _adjustmentLimit;

    /// @param board Holder of BOARD, which administers TARIFF, OPERATIONS, CASHIER and itself.
    /// @param regulator Holder of REGULATOR, which only REGULATOR administers.
    /// @param treasury Where native payments are swept to; can't be changed.
    /// @param adjustmentLimit Largest adjustment OPERATIONS may post, paise; can't be changed.
    constructor(
        address board,
        address regulator,
        address payable treasury,
        uint256 adjustmentLimit
    ) {
        Charging.within("board", uint160(board), 1, type(uint160).max);
        Charging.within("regulator", uint160(regulator), 1, type(uint160).max);
        Charging.within("treasury", uint160(address(treasury)), 1, type(uint160).max);
        Charging.within("adjustmentLimit", adjustmentLimit, 0, uint64(type(int64).max));
        _treasury = treasury;
        _adjustmentLimit = uint64(adjustmentLimit);
        _setRoleAdmin(BOARD, BOARD);
        _setRoleAdmin(TARIFF, BOARD);
        _setRoleAdmin(OPERATIONS, BOARD);
        _setRoleAdmin(CASHIER, BOARD);
        _setRoleAdmin(REGULATOR, REGULATOR);
        _grantRole(BOARD, board);
        _grantRole(REGULATOR, regulator);
    }

    // ------------------------------------------------------------------------------------------------- tariffs

    /// @inheritdoc IBilling
    function setRate(Rate calldata rate) external onlyRole(TARIFF) {
        uint256 id = _totals.tariffs + 1;
        if (rate.tariff != id) revert TariffNotNext(rate.tariff, id);
        Charging.within("category", rate.category, 1, type(uint16).max);
        Charging.within("basis", rate.basis, 0, 1);
        Charging.within("fixedPerKW", rate.fixedPerKW, 0, type(uint32).max);
        Charging.within("fixedPerConnection", rate.fixedPerConnection, 0, type(uint32).max);
        Charging.within("dutyRate", rate.dutyRate, 0, type(uint16).max);
        Charging.within("dutyBase", rate.dutyBase, 0, 15);
        Charging.within("dutyPerUnit", rate.dutyPerUnit, 0, type(uint32).max);
        if (rate.roundTo != 1) Charging.within("roundTo", rate.roundTo, 100, 100);
        Charging.within("slabCount", rate.slabCount, 1, 8);

        Category storage category = _categories[rate.category];
        uint256 count = category.tariffs.length;
        uint256 today = _today();
        uint256 earliest = count == 0 ? 0 : (category.tariffs[count - 1] >> 32) + 1;
        if (category.hasBilled && earliest <= today) earliest = today + 1;
        if (rate.effectiveFrom < earliest || rate.effectiveFrom > today + 366) {
            revert TariffDayNotAllowed(rate.category, rate.effectiveFrom, earliest, today + 366);
        }

        Tariff storage tariff = _tariffs[id];
        tariff.category = uint16(rate.category);
        tariff.effectiveFrom = uint32(rate.effectiveFrom);
        tariff.basis = uint8(rate.basis);
        tariff.fixedPerKW = uint32(rate.fixedPerKW);
        tariff.fixedPerConnection = uint32(rate.fixedPerConnection);
        tariff.dutyRate = uint16(rate.dutyRate);
        tariff.dutyBase = uint8(rate.dutyBase);
        tariff.dutyPerUnit = uint32(rate.dutyPerUnit);
        tariff.roundTo = uint8(rate.roundTo);
        tariff.slabCount = uint8(rate.slabCount);
        _setSteps(tariff, rate);
        category.tariffs.push(uint64((rate.effectiveFrom << 32) | id));
        _totals.tariffs = uint32(id);

        Book memory book = _slots[bytes32(rate.category)].open(bytes32(rate.category));
        uint256 place;
        // A Rate in memory would hold a pointer to its slabs; in calldata it is flat, as the log needs it.
        assembly ("memory-safe") {
            place := mload(0x40)
            calldatacopy(place, rate, 0x580)
            mstore(0x40, add(place, 0x580))
        }
        book.log(RateSet.selector, place, 44);
        _slots[book.account].save(book);
    }

    /// @inheritdoc IBilling
    function withdrawRate(uint256 id) external onlyRole(TARIFF) {
        RateWithdrawal memory data;
        data.tariff = id;
        data.category = _tariffs[id].category;
        data.effectiveFrom = _tariffs[id].effectiveFrom;
        if (data.category == 0) revert UnknownTariff(id);
        Category storage category = _categories[data.category];
        uint256 today = _today();
        if (category.hasBilled && data.effectiveFrom <= today) {
            revert TariffInForce(id, data.effectiveFrom, today);
        }
        _tariffs[id].category = 0;
        uint256 last = category.tariffs.length - 1;
        uint64 moved = category.tariffs[last];
        category.tariffs.pop();
        while (uint32(moved) != id) {
            --last;
            (moved, category.tariffs[last]) = (category.tariffs[last], moved);
        }

        Book memory book = _slots[bytes32(data.category)].open(bytes32(data.category));
        book.log(RateWithdrawn.selector, EventData.placeOf(data), 3);
        _slots[book.account].save(book);
    }

    // ---------------------------------------------------------------------------------------------- agreements

    /// @inheritdoc IBilling
    function proposeTerms(bytes32 account, Terms calldata terms) external onlyRole(OPERATIONS) {
        if (uint256(account) <= type(uint16).max) revert ReservedAccount(account);
        Charging.within("category", terms.category, 1, type(uint16).max);
        Charging.within("load", terms.load, 1, type(uint32).max);
        uint256 cycle = terms.cycle;
        if (cycle > 1 && cycle != 3 && cycle != 6) Charging.within("cycle", cycle, 12, 12);
        Charging.within("instalments", terms.instalments, 1, 12);
        Charging.within("daysToPay", terms.daysToPay, 0, type(uint16).max);
        Charging.within("firstDay", terms.firstDay, 1, type(uint32).max);
        Charging.within("consumerKey", uint160(terms.consumerKey), 1, type(uint160).max);
        Slots storage slots = _slots[account];
        Book memory book = slots.open(account);
        if (book.isClosed) revert AccountClosed(account);
        slots.proposal = keccak256(abi.encode(terms));
        _logTerms(book, AgreementProposed.selector, terms, slots.proposal);
    }

    /// @inheritdoc IBilling
    function acceptTerms(bytes32 account, Terms calldata terms) external {
        Slots storage slots = _slots[account];
        Book memory book = slots.open(account);
        bytes32 termsHash = keccak256(abi.encode(terms));
        if (termsHash != slots.proposal) {
            revert TermsNotProposed(account, termsHash, slots.proposal);
        }
        uint256 anchor = terms.firstDay;
        address key = terms.consumerKey;
        if (book.terms == 0) {
            book.realDay = terms.firstDay;
        } else {
            if (book.isClosed) revert AccountClosed(account);
            key = slots.consumerKey;
            if (hasRole(REGULATOR, msg.sender)) key = msg.sender;
            Term memory former = slots.terms[book.terms - 1];
            // A later session may still end on the day charged to, so new terms must leave that day alone.
            uint256 earliest = _pending(book).chargedTo + (former.cycle == 0 ? 1 : 0);
            if (earliest <= former.firstDay) earliest = former.firstDay + 1;
            if (terms.firstDay < earliest) {
                revert TermsTooEarly(account, terms.firstDay, earliest);
            }
            if (former.cycle == terms.cycle) anchor = former.anchor;
        }
        if (msg.sender != key) revert NotConsumer(account, msg.sender, key);
        slots.terms[book.terms++] = Term({
            category: uint16(terms.category),
            load: uint32(terms.load),
            cycle: uint8(terms.cycle),
            daysToPay: uint16(terms.daysToPay),
            firstDay: uint32(terms.firstDay),
            anchor: uint32(anchor)
        });
        slots.consumerKey = terms.consumerKey;
        slots.proposal = 0;
        _logTerms(book, AgreementAccepted.selector, terms, termsHash);
    }

    // ----------------------------------------------------------------------------------------- meters, readings

    /// @inheritdoc IBilling
    function installMeter(
        bytes32 account,
        Installation calldata installation
    ) external onlyRole(OPERATIONS) {
        (Slots storage slots, Book memory book) = _open(account);
        if (book.isClosed) revert AccountClosed(account);
        Meter memory data;
        data.meter = installation.meter;
        data.day = installation.day;
        data.multiplier = installation.multiplier;
        data.register = installation.register;
        data.modulus = installation.modulus;
        data.closing = installation.closing;
        data.rollover = installation.rollover;
        data.evidence = installation.evidence;
        Charging.within("meter", uint160(data.meter), 1, type(uint160).max);
        Charging.within("multiplier", data.multiplier, 1, type(uint32).max);
        Charging.within("modulus", data.modulus, 1, type(uint64).max);
        Charging.within("register", data.register, 0, data.modulus - 1);

        Pending memory pending = _pending(book);
        uint256 earliest = book.realDay;
        if (pending.meterDay > earliest) earliest = pending.meterDay;
        uint256 today = _today();
        if (data.day < earliest || data.day > today) {
            revert MeterDayNotAllowed(account, data.day, earliest, today);
        }
        if (slots.meter == address(0)) {
            Charging.within("closing", data.closing, 0, 0);
        } else {
            if (data.evidence == 0) revert EvidenceMissing(account);
            Stretch memory stretch;
            stretch.start = book.realDay;
            stretch.end = data.day;
            data.carried =
                pending.carried +
                _used(
                    book,
                    stretch,
                    book.register,
                    data.closing,
                    data.rollover,
                    slots.modulus,
                    slots.multiplier
                );
            Charging.within("carried", data.carried, 0, type(uint64).max);
        }
        slots.meter = data.meter;
        slots.multiplier = uint32(data.multiplier);
        slots.modulus = uint64(data.modulus);
        pending.carried = uint64(data.carried);
        pending.meterDay = uint32(data.day);
        slots.pending = pending;
        book.isPending = true;
        book.register = data.register;
        book.log(MeterInstalled.selector, EventData.placeOf(data), 9);
        slots.save(book);
    }

    /// @inheritdoc IBilling
    function submitReading(
        bytes32 account,
        uint256 register,
        uint256 day,
        bool rollover,
        bytes32 r,
        bytes32 vs
    ) external {
        bytes32 domain = keccak256(
            abi.encode(
                DOMAIN_TYPE,
                keccak256("wattledger"),
                keccak256("1"),
                block.chainid,
                address(this)
            )
        );
        bytes32 reading = keccak256(abi.encode(READING_TYPE, account, register, day));
        (address signer, , ) = ECDSA.tryRecover(
            keccak256(abi.encodePacked(hex"1901", domain, reading)),
            r,
            vs
        );
        Consumption memory data;
        data.meter = signer;
        data.present = register;
        data.end = day;
        data.rollover = rollover;
        _record(account, data);
    }

    /// @inheritdoc IBilling
    function enterReading(
        bytes32 account,
        uint256 kind,
        uint256 register,
        uint256 day,
        bool rollover,
        bytes32 evidence
    ) external onlyRole(OPERATIONS) {
        Charging.within("kind", kind, 1, 3);
        if (kind != ESTIMATED && evidence == 0) revert EvidenceMissing(account);
        Consumption memory data;
        data.kind = kind;
        data.present = register;
        data.end = day;
        data.rollover = rollover;
        data.evidence = evidence;
        _record(account, data);
    }

    /// @inheritdoc IBilling
    function revise(
        bytes32 account,
        uint256 previous,
        Correction[] calldata corrections,
        uint256 reason,
        bytes32 document
    ) external onlyRole(OPERATIONS) {
        (Slots storage slots, Book memory book) = _open(account);
        if (document == 0) revert EvidenceMissing(account);
        Charging.within("reason", reason, 0, type(uint16).max);
        for (uint256 i; i < corrections.length; ++i) {
            Correction memory named = corrections[i];
            if (i != 0 && named.start != corrections[i - 1].end) {
                revert NotRevisable(account, named.bill);
            }
            if (i + 1 == corrections.length && named.present != named.presentBefore) {
                // The last register is the next reading's previous, unless there is no next one yet.
                if (
                    named.bill != book.bills - book.estimates ||
                    named.presentBefore != book.register ||
                    _pending(book).meterDay != 0
                ) revert NotRevisable(account, named.bill);
                book.register = named.present;
            }
            previous = _reviseOne(slots, book, previous, named, reason, document);
        }
        slots.save(book);
    }

    // ---------------------------------------------------------------------------------------- disputes, adjustments

    /// @inheritdoc IBilling
    function dispute(bytes32 account, uint256 bill, uint256 amount, bytes32 reasonHash) external {
        (Slots storage slots, Book memory book) = _open(account);
        address key = slots.consumerKey;
        if (msg.sender != key) revert NotConsumer(account, msg.sender, key);
        _checkAmount(amount);
        _setDisputed(slots, book, bill, true);
        Dispute memory data;
        data.bill = bill;
        data.amount = amount;
        data.reasonHash = reasonHash;
        book.log(BillDisputed.selector, EventData.placeOf(data), 3);
        slots.save(book);
    }

    /// @inheritdoc IBilling
    function resolveDispute(
        bytes32 account,
        uint256 bill,
        uint256 outcome,
        bytes32 document
    ) external onlyRole(REGULATOR) {
        (Slots storage slots, Book memory book) = _open(account);
        if (document == 0) revert EvidenceMissing(account);
        Charging.within("outcome", outcome, 0, 1);
        _setDisputed(slots, book, bill, false);
        Resolution memory data;
        data.bill = bill;
        data.outcome = outcome;
        data.document = document;
        book.log(DisputeResolved.selector, EventData.placeOf(data), 3);
        slots.save(book);
    }

    /// @inheritdoc IBilling
    function adjust(
        bytes32 account,
        int256 amount,
        uint256 reason,
        uint256 bill,
        bytes32 document
    ) external {
        (Slots storage slots, Book memory book) = _open(account);
        if (document == 0) revert EvidenceMissing(account);
        if (amount == 0) revert InvalidAmount(0);
        Charging.money("amount", amount);
        Charging.within("reason", reason, 0, type(uint16).max);
        if (bill > book.bills) revert UnknownBill(account, bill);
        uint256 limit = _adjustmentLimit;
        if (uint256(amount < 0 ? -amount : amount) <= limit) _checkRole(OPERATIONS);
        else if (!hasRole(REGULATOR, msg.sender)) revert NeedsRegulator(amount, limit);
        book.balance += amount;
        _totals.adjusted += int128(amount);
        Adjustment memory data;
        data.amount = amount;
        data.reason = reason;
        data.bill = bill;
        data.document = document;
        data.by = msg.sender;
        data.balance = book.balance;
        book.log(AdjustmentPosted.selector, EventData.placeOf(data), 6);
        slots.save(book);
    }

    // -------------------------------------------------------------------------------------------------- payments

    /// @inheritdoc IBilling
    function pay(bytes32 account) external payable {
        if (msg.value % WEI_PER_PAISA != 0) revert InvalidAmount(msg.value);
        Payment memory data;
        data.payer = msg.sender;
        data.amount = msg.value / WEI_PER_PAISA;
        _receive(account, data);
    }

    /// @inheritdoc IBilling
    function postReceipt(
        bytes32 account,
        uint256 channel,
        uint256 amount,
        bytes32 receiptReference
    ) external onlyRole(CASHIER) {
        Charging.within("channel", channel, 1, 4);
        Charging.within("receiptReference", uint256(receiptReference), 1, type(uint256).max);
        if (_receipts[receiptReference] != 0) revert ReferenceUsed(receiptReference);
        _receipts[receiptReference] = keccak256(abi.encode(account, channel, amount));
        Payment memory data;
        data.amount = amount;
        data.channel = channel;
        data.receiptReference = receiptReference;
        _receive(account, data);
    }

    /// @inheritdoc IBilling
    function reverseReceipt(
        bytes32 account,
        uint256 channel,
        uint256 amount,
        bytes32 receiptReference,
        uint256 reason
    ) external onlyRole(CASHIER) {
        if (_receipts[receiptReference] != keccak256(abi.encode(account, channel, amount))) {
            revert UnknownReceipt(receiptReference);
        }
        Charging.within("reason", reason, 0, type(uint16).max);
        _receipts[receiptReference] = bytes32(uint256(1));
        (Slots storage slots, Book memory book) = _open(account);
        book.balance += int256(amount);
        _totals.paid -= int128(int256(amount));
        Reversal memory data;
        data.receiptReference = receiptReference;
        data.amount = amount;
        data.channel = channel;
        data.reason = reason;
        data.balance = book.balance;
        book.log(PaymentReversed.selector, EventData.placeOf(data), 5);
        slots.save(book);
    }

    // ---------------------------------------------------------------------------------------------------- ledger

    /// @inheritdoc IBilling
    function closeMonth() external {
        Closing memory data;
        data.month = _monthOf(_today());
        Totals memory now_ = _totals;
        Totals memory before = _atClosing;
        if (data.month == before.closedMonth) revert MonthClosed(data.month);
        now_.closedMonth = uint32(data.month);
        _atClosing = now_;
        data.opening = int256(before.billed) + before.adjusted - before.paid;
        data.billed = int256(now_.billed) - before.billed;
        data.adjusted = int256(now_.adjusted) - before.adjusted;
        data.paid = int256(now_.paid) - before.paid;
        data.closing = data.opening + data.billed + data.adjusted - data.paid;
        Book memory book = _slots[0].open(0);
        book.log(PeriodClosed.selector, EventData.placeOf(data), 6);
        _slots[0].save(book);
    }

    /// @inheritdoc IBilling
    function sweep() external {
        Sweep memory data;
        data.amount = address(this).balance / WEI_PER_PAISA;
        data.treasury = _treasury;
        Book memory book = _slots[0].open(0);
        book.log(TreasurySwept.selector, EventData.placeOf(data), 2);
        _slots[0].save(book);
        bool done = data.amount != 0;
        if (done) (done, ) = data.treasury.call{value: data.amount * WEI_PER_PAISA}("");
        if (!done) revert SweepFailed(data.amount);
    }

    /// @inheritdoc IBilling
    function batch(bytes[] calldata calls) external {
        for (uint256 i; i < calls.length; ++i) {
            (bool done, bytes memory reason) = address(this).delegatecall(calls[i]);
            if (!done) revert BatchRefused(i, reason);
        }
    }

    /// @inheritdoc IBilling
    function accountState(bytes32 account) external view returns (Account memory state) {
        Slots storage slots = _slots[account];
        Book memory book = slots.open(account);
        Pending memory pending = _pending(book);
        state.head = book.head;
        state.seq = book.seq;
        state.balance = book.balance;
        state.bills = book.bills;
        state.register = book.register;
        state.realDay = book.realDay;
        state.chargedTo = pending.chargedTo;
        state.alreadyCharged = pending.alreadyCharged;
        state.carried = pending.carried;
        state.estimates = book.estimates;
        state.meter = slots.meter;
        state.multiplier = slots.multiplier;
        state.modulus = slots.modulus;
        state.consumerKey = slots.consumerKey;
        state.proposal = slots.proposal;
        state.closed = book.isClosed;
    }

    /// @inheritdoc IBilling
    function totals()
        external
        view
        returns (int256 billed, int256 adjusted, int256 paid, uint256 nextTariff)
    {
        return (_totals.billed, _totals.adjusted, _totals.paid, _totals.tariffs + 1);
    }

    // --------------------------------------------------------------------------------------------------- internals

    /// @dev A role change is an event of account 0, beside OpenZeppelin's own.
    function _grantRole(bytes32 role, address holder) internal override returns (bool changed) {
        changed = super._grantRole(role, holder);
        if (changed) _logRole(role, holder, true);
    }

    /// @dev As `_grantRole`.
    function _revokeRole(bytes32 role, address holder) internal override returns (bool changed) {
        changed = super._revokeRole(role, holder);
        if (changed) _logRole(role, holder, false);
    }

    function _logRole(bytes32 role, address holder, bool granted) private {
        RoleChange memory data;
        data.role = role;
        data.holder = holder;
        data.granted = granted;
        data.by = msg.sender;
        Book memory book = _slots[0].open(0);
        book.log(RoleChanged.selector, EventData.placeOf(data), 4);
        _slots[0].save(book);
    }

    function _setSteps(Tariff storage tariff, Rate calldata rate) private {
        uint256 below;
        for (uint256 i; i < 8; ++i) {
            Slab calldata slab = rate.slabs[i];
            if (i >= rate.slabCount) {
                // Unused slabs are all zero, so that a rate has one encoding.
                uint256 rest = slab.upTo | slab.rate | uint256(slab.fuel) | slab.subsidy;
                Charging.within("slabs", rest, 0, 0);
                continue;
            }
            bool isLast = i + 1 == rate.slabCount;
            uint256 top = type(uint64).max;
            Charging.within("upTo", slab.upTo, isLast ? top : below + 1, isLast ? top : top - 1);
            Charging.within("rate", slab.rate, 0, type(uint32).max);
            if (slab.fuel != int32(slab.fuel)) revert OutOfRange("fuel", uint256(slab.fuel));
            Charging.within("subsidy", slab.subsidy, 0, slab.rate);
            below = slab.upTo;
            tariff.steps[i] = Step({
                upTo: uint64(slab.upTo),
                rate: uint32(slab.rate),
                fuel: int32(slab.fuel),
                subsidy: uint32(slab.subsidy)
            });
        }
    }

    function _logTerms(
        Book memory book,
        bytes32 topic,
        Terms calldata terms,
        bytes32 termsHash
    ) private {
        AgreementTerms memory data;
        data.category = terms.category;
        data.load = terms.load;
        data.cycle = terms.cycle;
        data.instalments = terms.instalments;
        data.daysToPay = terms.daysToPay;
        data.firstDay = terms.firstDay;
        data.consumerKey = terms.consumerKey;
        data.termsHash = termsHash;
        data.by = msg.sender;
        book.log(topic, EventData.placeOf(data), 9);
        _slots[book.account].save(book);
    }

    /// @dev One reading: consumption, charges, bill. `data` holds kind, present, end, rollover, evidence, and for a
    /// signed one who signed it.
    function _record(bytes32 account, Consumption memory data) private {
        (Slots storage slots, Book memory book) = _open(account);
        if (book.isClosed) revert AccountClosed(account);
        address meter = slots.meter;
        if (meter == address(0)) revert NoMeter(account);
        if (data.kind == ACTUAL && data.meter != meter) {
            revert NotSignedByMeter(account, data.meter, meter);
        }
        data.meter = meter;
        uint256 today = _today();
        if (data.end > today) revert FutureDay(data.end, today);
        Pending memory pending = _pending(book);
        if (data.end < pending.chargedTo) {
            revert PeriodNotAfter(account, data.end, pending.chargedTo);
        }
        if (data.end < pending.meterDay) {
            revert MeterDayNotAllowed(account, data.end, pending.meterDay, today);
        }
        data.bill = ++book.bills;
        data.previous = book.register;
        data.multiplier = slots.multiplier;
        data.carried = pending.carried;
        data.start = book.realDay;

        Stretch memory stretch;
        stretch.bill = data.bill;
        stretch.start = data.start;
        stretch.end = data.end;
        data.wh =
            data.carried +
            _used(
                book,
                stretch,
                data.previous,
                data.present,
                data.rollover,
                slots.modulus,
                data.multiplier
            );
        Charging.within("wh", data.wh, 0, type(uint64).max);
        stretch.wh = data.wh;
        book.log(ConsumptionRecorded.selector, EventData.placeOf(data), 12);
        _charge(book, stretch);
        _checkCycle(book, stretch, data, pending.chargedTo);

        Bill memory bill;
        bill.number = data.bill;
        bill.start = data.start;
        bill.end = data.end;
        bill.gross = stretch.gross;
        bill.alreadyCharged = pending.alreadyCharged;
        bill.amount = _rounded(bill.gross - bill.alreadyCharged, stretch.roundTo);
        bill.rounding = bill.amount - (bill.gross - bill.alreadyCharged);
        bill.dueDay = today + stretch.daysToPay;
        book.balance += bill.amount;
        bill.balance = book.balance;
        _totals.billed += int128(bill.amount);

        if (data.kind == ESTIMATED) {
            book.estimates++;
            pending.chargedTo = uint32(data.end);
            Charging.money("alreadyCharged", bill.alreadyCharged + bill.amount);
            pending.alreadyCharged = int64(bill.alreadyCharged + bill.amount);
            slots.pending = pending;
            book.isPending = true;
        } else {
            book.estimates = 0;
            book.isPending = false;
            book.register = data.present;
            book.realDay = data.end;
            book.isClosed = data.kind == FINAL;
        }
        book.log(BillIssued.selector, EventData.placeOf(bill), 9);
        slots.save(book);
    }

    /// @dev One correction of a row: what it charged is charged anew, by the tariffs and terms of those days.
    function _reviseOne(
        Slots storage slots,
        Book memory book,
        uint256 previous,
        Correction memory named,
        uint256 reason,
        bytes32 document
    ) private returns (uint256 present) {
        BillMarks storage marks = slots.bills[named.bill];
        if (named.bill == 0 || named.bill > book.bills) {
            revert UnknownBill(book.account, named.bill);
        }
        if (named.revision != ++marks.revisions) {
            revert RevisionNotNext(book.account, named.bill, named.revision);
        }
        if (named.end < named.start || named.end > book.realDay) {
            revert NotRevisable(book.account, named.bill);
        }
        Charging.money("grossBefore", named.grossBefore);
        Charging.money("alreadyCharged", named.alreadyCharged);
        Charging.within("carried", named.carried, 0, type(uint64).max);
        Charging.within("multiplier", named.multiplier, 1, type(uint32).max);
        Charging.within("modulus", named.modulus, 1, type(uint64).max);

        Stretch memory stretch;
        stretch.bill = named.bill;
        stretch.revision = named.revision;
        stretch.start = named.start;
        stretch.end = named.end;
        stretch.wh =
            named.carried +
            _used(
                book,
                stretch,
                previous,
                named.present,
                named.rollover,
                named.modulus,
                named.multiplier
            );
        Charging.within("wh", stretch.wh, 0, type(uint64).max);

        Revision memory data;
        data.bill = named.bill;
        data.revision = named.revision;
        data.previous = previous;
        data.present = named.present;
        data.rollover = named.rollover;
        data.wh = stretch.wh;
        data.grossBefore = named.grossBefore;
        data.reason = reason;
        data.document = document;
        present = named.present;
        _chargeRevision(book, stretch, data, named.alreadyCharged);
    }

    function _chargeRevision(
        Book memory book,
        Stretch memory stretch,
        Revision memory data,
        int256 alreadyCharged
    ) private {
        // The charges follow the event that states their sum, so they are reckoned once more to be logged.
        stretch.isQuiet = true;
        _charge(book, stretch);
        data.grossAfter = stretch.gross;
        data.difference =
            _rounded(data.grossAfter - alreadyCharged, stretch.roundTo) -
            _rounded(data.grossBefore - alreadyCharged, stretch.roundTo);
        book.balance += data.difference;
        data.balance = book.balance;
        _totals.billed += int128(data.difference);
        book.log(ConsumptionRevised.selector, EventData.placeOf(data), 12);
        stretch.isQuiet = false;
        stretch.gross = 0;
        _charge(book, stretch);
    }

    /// @dev Charge a stretch part by part. Leaves in `stretch` the sum, and what is in force on its last day.
    function _charge(Book memory book, Stretch memory stretch) private {
        uint256 total = stretch.end - stretch.start;
        // A session within a day is priced as of the day before.
        uint256 day = total == 0 ? stretch.end - 1 : stretch.start;
        uint256 charged;
        do {
            _findTerms(book, stretch, day);
            (uint256 id, uint256 until) = _findTariff(stretch.category, day);
            if (until > stretch.until) until = stretch.until;
            if (until > stretch.end) until = stretch.end;
            Charge memory part;
            part.bill = stretch.bill;
            part.revision = stretch.revision;
            part.firstDay = stretch.end;
            part.wh = stretch.wh;
            if (total != 0) {
                part.firstDay = day;
                part.numberOfDays = until - day;
                part.wh = (stretch.wh * (until - stretch.start)) / total - charged;
                charged += part.wh;
            }
            part.tariff = id;
            part.load = stretch.load;
            Tariff storage tariff = _tariffs[id];
            if (stretch.cycle == 0 && tariff.slabCount != 1) {
                revert SessionNeedsOneSlab(id, tariff.slabCount);
            }
            Charging.price(part, tariff, total);
            stretch.roundTo = tariff.roundTo;
            stretch.gross += part.charge;
            if (!stretch.isQuiet) book.log(ChargeApplied.selector, EventData.placeOf(part), 13);
            day = until;
        } while (day < stretch.end);
        Charging.money("gross", stretch.gross);
    }

    /// @dev The terms in force on a day, and the day they end.
    function _findTerms(Book memory book, Stretch memory stretch, uint256 day) private view {
        Slots storage slots = _slots[book.account];
        stretch.until = type(uint256).max;
        stretch.nextAnchor = 0;
        uint256 i = book.terms;
        while (i != 0) {
            Term memory term = slots.terms[--i];
            if (term.firstDay <= day) {
                stretch.category = term.category;
                stretch.load = term.load;
                stretch.cycle = term.cycle;
                stretch.daysToPay = term.daysToPay;
                stretch.anchor = term.anchor;
                return;
            }
            stretch.until = term.firstDay;
            stretch.nextAnchor = term.anchor;
        }
        revert NoTerms(book.account, day);
    }

    /// @dev The tariff in force on a day and the day it ends; the category has billed from now on.
    function _findTariff(
        uint256 category,
        uint256 day
    ) private returns (uint256 id, uint256 until) {
        Category storage stored = _categories[category];
        until = type(uint256).max;
        uint256 i = stored.tariffs.length;
        while (i != 0) {
            uint256 entry = stored.tariffs[--i];
            if (entry >> 32 <= day) {
                if (!stored.hasBilled) stored.hasBilled = true;
                return (uint32(entry), until);
            }
            until = entry >> 32;
        }
        revert NoTariff(category, day);
    }

    /// @dev Wh between two registers of one meter. A rollover may be at most what the load can use in the time and a day.
    function _used(
        Book memory book,
        Stretch memory stretch,
        uint256 previous,
        uint256 present,
        bool rollover,
        uint256 modulus,
        uint256 multiplier
    ) private view returns (uint256 used) {
        Charging.within("register", present, 0, modulus - 1);
        if (!rollover) {
            if (present < previous) revert RegisterBackwards(book.account, present, previous);
            return (present - previous) * multiplier;
        }
        if (present >= previous) revert NoRollover(book.account, present, previous);
        used = (present + modulus - previous) * multiplier;
        _findTerms(book, stretch, stretch.end == 0 ? 0 : stretch.end - 1);
        uint256 limit = stretch.load * 24 * (stretch.end - stretch.start + 1);
        if (used > limit) revert RolloverTooLarge(book.account, used, limit);
    }

    /// @dev The rules about when a bill may end, by the terms in force on its last day.
    function _checkCycle(
        Book memory book,
        Stretch memory stretch,
        Consumption memory data,
        uint256 chargedTo
    ) private pure {
        bytes32 account = book.account;
        if (data.kind == ESTIMATED && book.estimates == 2) revert TooManyEstimates(account);
        if (stretch.cycle == 0) {
            Charging.within("kind", data.kind == ESTIMATED ? 2 : 0, 0, 1);
            if (data.wh == 0 && data.kind != FINAL) revert EmptySession(account, data.end);
            return;
        }
        if (data.end == chargedTo) revert PeriodNotAfter(account, data.end, chargedTo);
        if (data.kind == FINAL || (data.kind != ESTIMATED && book.estimates != 0)) return;
        // One bill may end exactly where terms with another cycle begin.
        if (stretch.nextAnchor == data.end) return;
        uint256 days_ = 365 * stretch.cycle;
        uint256 n;
        if (chargedTo + 5 >= stretch.anchor) {
            // The largest n with floor(n × 365 × cycle / 12) ≤ chargedTo + 5 − anchor.
            n = (12 * (chargedTo + 5 - stretch.anchor) + 11) / days_;
        }
        uint256 earliest = stretch.anchor + ((n + 1) * days_) / 12 - 5;
        if (data.end < earliest) revert CycleNotEnded(account, data.end, earliest);
    }

    function _receive(bytes32 account, Payment memory data) private {
        (Slots storage slots, Book memory book) = _open(account);
        _checkAmount(data.amount);
        book.balance -= int256(data.amount);
        data.balance = book.balance;
        _totals.paid += int128(int256(data.amount));
        book.log(PaymentMade.selector, EventData.placeOf(data), 5);
        slots.save(book);
    }

    function _setDisputed(
        Slots storage slots,
        Book memory book,
        uint256 bill,
        bool isDisputed
    ) private {
        if (bill == 0 || bill > book.bills) revert UnknownBill(book.account, bill);
        BillMarks storage marks = slots.bills[bill];
        if (marks.isDisputed == isDisputed) revert DisputeState(book.account, bill, isDisputed);
        marks.isDisputed = isDisputed;
    }

    function _open(bytes32 account) private view returns (Slots storage slots, Book memory book) {
        slots = _slots[account];
        book = slots.open(account);
        if (book.terms == 0) revert UnknownAccount(account);
    }

    /// @dev What waits for the next real reading; where nothing does, the account is charged to its last real reading.
    function _pending(Book memory book) private view returns (Pending memory pending) {
        if (book.isPending) return _slots[book.account].pending;
        pending.chargedTo = uint32(book.realDay);
    }

    function _checkAmount(uint256 amount) private pure {
        if (amount == 0) revert InvalidAmount(0);
        Charging.within("amount", amount, 0, uint64(type(int64).max));
    }

    function _rounded(int256 amount, uint256 roundTo) private pure returns (int256) {
        return Charging.divide(amount, int256(roundTo)) * int256(roundTo);
    }

    /// @dev The day in India, 5½ hours east of Greenwich.
    function _today() private view returns (uint256) {
        return (block.timestamp + 19_800) / 86_400;
    }

    /// @dev Months since January 1970, by the civil calendar counted from March of year 0.
    function _monthOf(uint256 day) private pure returns (uint256) {
        unchecked {
            day += 719_468;
            uint256 inEra = day % 146_097;
            uint256 year = (inEra - inEra / 1_460 + inEra / 36_524 - inEra / 146_096) / 365;
            uint256 inYear = inEra - (365 * year + year / 4 - year / 100);
            return (day / 146_097) * 4_800 + year * 12 + (5 * inYear + 2) / 153 - 23_638;
        }
    }
}
