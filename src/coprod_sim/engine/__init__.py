"""What any computer can play without Python, as functions over plain numbers, and the module made of them."""
