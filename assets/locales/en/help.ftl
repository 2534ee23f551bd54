### Help.

help-title = Help
in-danger = In danger right now?
emergency-signs-lead = Call this number for:
no-emergency-number = Call the emergency number of the place you are in.
crisis-title = If you think about ending your life
crisis-lead = You can reach someone now, day or night.
no-crisis-number = Call the emergency number, or go to the nearest emergency room. You do not have to explain much.
clinic-signs-lead = Call your clinic about:
practice-clinic-numbers = This is practice: the clinic’s numbers are made up.
practice-numbers = This is practice: the clinic’s numbers are made up. The other numbers are real.
no-clinic-number = Your clinic has not sent a number yet.
call-number = Call { $value }
text-number = Text { $value }
mail-address = Email { $value }
open-website = Open the website
reviewed-by = Reviewed by { $name }
not-reviewed = Not yet reviewed by a clinician
