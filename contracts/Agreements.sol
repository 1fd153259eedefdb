// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {Accounts, Book, Slots, Term} from "./Accounts.sol";
import {Charging} from "./Charging.sol";
import {EventData} from "./EventData.sol";
import {IBilling} from "./IBilling.sol";
import {Ledger} from "./Ledger.sol";

/// @title Proposing and accepting terms
abstract contract Agreements is Ledger {
    using Accounts for Slots;
    using Accounts for Book;

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
            uint256 earliest = uint256(_pending(book).chargedTo) + (former.cycle == 0 ? 1 : 0);
            if (earliest <= former.firstDay) earliest = uint256(former.firstDay) + 1;
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

    /// @dev Log terms and save the account.
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
}
