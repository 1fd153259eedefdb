// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {AccessControl} from "@openzeppelin/contracts/access/AccessControl.sol";
import {Accounts, Book, Pending, Slots} from "./Accounts.sol";
import {Charging, Tariff} from "./Charging.sol";
import {EventData} from "./EventData.sol";
import {IBilling} from "./IBilling.sol";

/// @title What the ledger keeps, and what every act begins with
/// @dev Every act opens an account (`Book`), checks, logs into it, and saves it: two slots written. All storage is
/// declared here, so the places of its slots (contracts/README.md) depend on this file and Accounts.sol alone.
abstract contract Ledger is AccessControl, IBilling {
    using Accounts for Slots;
    using Accounts for Book;

    /// @dev A category's tariffs by first day, each as day << 32 | id.
    struct Category {
        bool hasBilled;
        uint64[] tariffs;
    }

    /// @dev The ledger's totals since deployment, paise.
    struct Totals {
        int128 billed;
        int128 adjusted;
        int128 paid;
        uint32 tariffs;
        uint32 closedMonth;
    }

    bytes32 internal constant BOARD = keccak256("BOARD");
    bytes32 internal constant REGULATOR = keccak256("REGULATOR");
    bytes32 internal constant TARIFF = keccak256("TARIFF");
    bytes32 internal constant OPERATIONS = keccak256("OPERATIONS");
    bytes32 internal constant CASHIER = keccak256("CASHIER");

    /// @dev Slot 1; AccessControl's roles are slot 0.
    mapping(bytes32 account => Slots) internal _slots;
    mapping(uint256 tariff => Tariff) internal _tariffs;
    mapping(uint256 category => Category) internal _categories;
    /// @dev What a reference was posted for, as a hash; 1 after its reversal.
    mapping(bytes32 receiptReference => bytes32) internal _receipts;
    Totals internal _totals;
    Totals internal _atClosing;
    address payable internal _treasury;
    uint64 internal _adjustmentLimit;

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

    /// @dev The account of an agreement, opened.
    function _open(bytes32 account) internal view returns (Slots storage slots, Book memory book) {
        slots = _slots[account];
        book = slots.open(account);
        if (book.terms == 0) revert UnknownAccount(account);
    }

    /// @dev What waits for the next real reading; where nothing does, the account is charged to its last real reading.
    function _pending(Book memory book) internal view returns (Pending memory pending) {
        if (book.isPending) return _slots[book.account].pending;
        pending.chargedTo = uint32(book.realDay);
    }

    /// @dev Refuse a payment, receipt or disputed sum that is nothing, or more than an int64.
    function _checkAmount(uint256 amount) internal pure {
        if (amount == 0) revert InvalidAmount(0);
        Charging.within("amount", amount, 0, uint64(type(int64).max));
    }

    /// @dev The day in India, 5½ hours east of Greenwich.
    function _today() internal view returns (uint256) {
        return (block.timestamp + 19_800) / 86_400;
    }

    /// @dev Log a role change in account 0.
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
}
