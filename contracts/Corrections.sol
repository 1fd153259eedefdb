// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {Accounts, BillMarks, Book, Slots} from "./Accounts.sol";
import {Charges} from "./Charges.sol";
import {Charging} from "./Charging.sol";
import {EventData} from "./EventData.sol";
import {IBilling} from "./IBilling.sol";

/// @title Revisions, disputes and adjustments: history is added to, never edited
abstract contract Corrections is Charges {
    using Accounts for Slots;
    using Accounts for Book;

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
        if (named.start == 0 || named.end < named.start || named.end > book.realDay) {
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

    /// @dev Charges anew, and the event that sums them up before them.
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
        Charging.money("difference", data.difference);
        book.balance += data.difference;
        data.balance = book.balance;
        _totals.billed += int128(data.difference);
        book.log(ConsumptionRevised.selector, EventData.placeOf(data), 12);
        stretch.isQuiet = false;
        stretch.gross = 0;
        _charge(book, stretch);
    }

    /// @dev Open or close the dispute of a bill.
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
}
