// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {Accounts, Book, Slots} from "./Accounts.sol";
import {Charging} from "./Charging.sol";
import {EventData} from "./EventData.sol";
import {IBilling} from "./IBilling.sol";
import {Ledger} from "./Ledger.sol";

/// @title Payments, receipts, and the treasury
abstract contract Payments is Ledger {
    using Accounts for Slots;
    using Accounts for Book;

    uint256 private constant WEI_PER_PAISA = 1e16;

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

    /// @dev Money in, by whichever channel. `data` holds payer, amount, channel and reference.
    function _receive(bytes32 account, Payment memory data) private {
        (Slots storage slots, Book memory book) = _open(account);
        _checkAmount(data.amount);
        book.balance -= int256(data.amount);
        data.balance = book.balance;
        _totals.paid += int128(int256(data.amount));
        book.log(PaymentMade.selector, EventData.placeOf(data), 5);
        slots.save(book);
    }
}
