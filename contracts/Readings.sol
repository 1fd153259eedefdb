// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {ECDSA} from "@openzeppelin/contracts/utils/cryptography/ECDSA.sol";
import {Accounts, Book, Pending, Slots} from "./Accounts.sol";
import {Charges} from "./Charges.sol";
import {Charging} from "./Charging.sol";
import {EventData} from "./EventData.sol";
import {IBilling} from "./IBilling.sol";

/// @title Meters and readings; one reading makes one bill
abstract contract Readings is Charges {
    using Accounts for Slots;
    using Accounts for Book;

    bytes32 private constant DOMAIN_TYPE = keccak256(
        "EIP712Domain(string name,string version,uint256 chainId,address verifyingContract)"
    );
    bytes32 private constant READING_TYPE = keccak256(
        "Reading(bytes32 account,uint256 register,uint256 day)"
    );

    uint256 private constant ACTUAL = 0;
    uint256 private constant ESTIMATED = 2;
    uint256 private constant FINAL = 3;

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
        // The first bill ends after the agreement's first day: the day before has no terms to price a session by.
        if (data.end < uint256(pending.chargedTo) + (book.bills == 0 ? 1 : 0)) {
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
}
