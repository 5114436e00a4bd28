### The documentation inside the site.

docs-title = Documentation
docs-lead = What the kit is, how to do things with it, what it rests on, and what speaks against it. Everything here can be read without a connection.
docs-here = On this page

docs-group_doors = Who are you?
docs-group_understand = How it works, and how sure one can be
docs-group_look_up = Look up
docs-group_howto = How to ...
docs-group_work = Work with it
