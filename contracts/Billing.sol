// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {Accounts, Book, Pending, Slots} from "./Accounts.sol";
import {Agreements} from "./Agreements.sol";
import {Charging} from "./Charging.sol";
import {Closings} from "./Closings.sol";
import {Corrections} from "./Corrections.sol";
import {IBilling} from "./IBilling.sol";
import {Payments} from "./Payments.sol";
import {Readings} from "./Readings.sol";

/// @title The ledger of an electricity board
/// @notice Implements IBilling, which says what everything means. No proxy, no owner, no immutable variables: the code
/// on the chain is byte for byte what the source compiles to.
contract Billing is Agreements, Readings, Corrections, Payments, Closings {
    using Accounts for Slots;

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
}
